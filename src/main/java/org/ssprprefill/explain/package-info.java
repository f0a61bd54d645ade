/**
 * Why one person can or cannot reset the password: the reasoning line by line, what the
 * ledger knows, and an answer to the complaints that people make about it.
 */
@NullMarked
package org.ssprprefill.explain;

import org.jspecify.annotations.NullMarked;
