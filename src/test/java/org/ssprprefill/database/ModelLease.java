package org.ssprprefill.database;

import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.ledger.SharedDatabase;

/** The right to write in a model of time. */
public final class ModelLease {

	private static final JdbcTemplate JDBC = new JdbcTemplate(SharedDatabase.dataSource());

	private ModelLease() {
	}

	/**
	 * Takes the lease of a tenant.
	 * @param tenant the tenant's key
	 * @param nanos the counter of this machine
	 * @param wall the clock of this machine
	 * @return the lease
	 */
	public static TenantLease acquire(String tenant, LongSupplier nanos, Supplier<Instant> wall) {
		return TenantLease.acquire(SharedDatabase.dataSource(), SharedDatabase.home(), tenant, LeaseTimes.usual(),
				new LeaseClock(nanos, wall));
	}

	/**
	 * Which holder the database knows.
	 * @param tenant the tenant's key
	 * @return the fence
	 */
	public static long fence(String tenant) {
		return JDBC.queryForObject("select fence from sspr_prefill.tenant_lease where tenant = ?", Long.class, tenant);
	}

	/**
	 * Another machine takes over the lease, once it has run out.
	 * @param tenant the tenant's key
	 */
	public static void takeOver(String tenant) {
		JDBC.update("update sspr_prefill.tenant_lease set fence = fence + 1 where tenant = ?", tenant);
	}

	/**
	 * Puts the value that is planned for the last person in the place of the first one's.
	 * @param run the run's id
	 */
	public static void misplaceValue(String run) {
		JDBC.update("update sspr_prefill.change c set value = o.value, fingerprint = o.fingerprint"
				+ " from sspr_prefill.change o where c.id = (select min(id) from sspr_prefill.change where run = ?"
				+ " and state = 'PLANNED') and o.id = (select max(id) from sspr_prefill.change where run = ?"
				+ " and state = 'PLANNED')", run, run);
	}

}
