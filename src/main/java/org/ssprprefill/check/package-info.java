/**
 * Looks at HR's files as a run would, without tenant and ledger: every row with its
 * verdict, also where rows contradict each other or share a number.
 */
@NullMarked
package org.ssprprefill.check;

import org.jspecify.annotations.NullMarked;
