/**
 * Many tenants: which worker runs whose night, what became of it, and the fleet's report.
 * The only home of db-scheduler, which says who runs which night; Spring Batch runs it.
 */
@NullMarked
package org.ssprprefill.fleet;

import org.jspecify.annotations.NullMarked;
