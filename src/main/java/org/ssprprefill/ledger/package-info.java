/**
 * What the program knows and did, in PostgreSQL: staged rows, the tenant's snapshot, the
 * plan and every change's fate. The only home of JDBC; contact values are stored
 * encrypted and compared by keyed fingerprint.
 */
@NullMarked
package org.ssprprefill.ledger;

import org.jspecify.annotations.NullMarked;
