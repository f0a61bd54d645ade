/**
 * Who can reset a password today and from February 2027, and otherwise the first thing in
 * the way.
 */
@NullMarked
package org.ssprprefill.coverage;

import org.jspecify.annotations.NullMarked;
