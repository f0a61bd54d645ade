/**
 * The ledger's PostgreSQL, embedded or the administrator's own: connections, tables,
 * transactions and reading or writing in bulk; the home folder, and the leases that let
 * one run at a time write to a tenant.
 */
@NullMarked
package org.ssprprefill.database;

import org.jspecify.annotations.NullMarked;
