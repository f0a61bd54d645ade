/**
 * Read-back: nothing counts as done before the tenant was asked again and showed it.
 */
@NullMarked
package org.ssprprefill.verify;

import org.jspecify.annotations.NullMarked;
