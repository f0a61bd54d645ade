/**
 * Checks: one question each, one read, one sentence, one remedy.
 */
@NullMarked
package org.ssprprefill.doctor;

import org.jspecify.annotations.NullMarked;
