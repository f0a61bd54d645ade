/**
 * Contact values under the ledger's key: sealed for one place each, compared by keyed
 * fingerprint, and signed. The only home of encryption at rest.
 */
@NullMarked
package org.ssprprefill.vault;

import org.jspecify.annotations.NullMarked;
