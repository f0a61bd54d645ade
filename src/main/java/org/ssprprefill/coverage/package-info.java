/**
 * Who can reset a password today and after each announced ending, and otherwise the first
 * thing in the way.
 */
@NullMarked
package org.ssprprefill.coverage;

import org.jspecify.annotations.NullMarked;
