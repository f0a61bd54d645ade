/**
 * From the intention to the outcome: the ledger commits <em>sent</em>, then one JSON
 * batch leaves, then the ledger commits what was answered.
 */
@NullMarked
package org.ssprprefill.apply;

import org.jspecify.annotations.NullMarked;
