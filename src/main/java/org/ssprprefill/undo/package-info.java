/**
 * The inverse plan: what a run wrote becomes changes that take it back, wherever the
 * tenant still holds it. Yields changes only; the caller applies them.
 */
@NullMarked
package org.ssprprefill.undo;

import org.jspecify.annotations.NullMarked;
