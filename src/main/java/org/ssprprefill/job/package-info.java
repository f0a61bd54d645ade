/**
 * The nightly job on Spring Batch: thin adapters that move data between the packages
 * below, and no rules.
 */
@NullMarked
package org.ssprprefill.job;

import org.jspecify.annotations.NullMarked;
