package org.ssprprefill.database;

import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which entry of a fleet has a tenant's memory, and with it the lease that lets one run
 * at a time write. An entry claims the tenant's id for its schema, for as long as the
 * schema is there, so that a tenant entered under two names has one memory and one lease.
 *
 * <p>
 * Another fleet, or a job of the tenant's own, may have the same tenant in the same
 * database. A run claims while it holds its own lease, and only then looks at theirs; so
 * do they, and of two that begin at once, at least one sees the other.
 */
final class TenantClaims {

	private static final String TABLE = "tenant_claim";

	private static final String CLAIM = """
			insert into sspr_prefill.tenant_claim as c (organization, fleet, tenant, schema_name) values (?, ?, ?, ?)
			on conflict (organization, fleet) do update set fleet = excluded.fleet, tenant = excluded.tenant,
				schema_name = excluded.schema_name, claimed_at = now()
			where c.schema_name = excluded.schema_name
				or not exists (select 1 from pg_namespace where nspname = c.schema_name)
			""";

	private static final String MAY_USE = """
			select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
			where n.nspname = ? and c.relname = ? and has_schema_privilege(n.oid, 'USAGE')
				and has_table_privilege(c.oid, 'SELECT') and has_table_privilege(c.oid, ?)
			""";

	private final DataSource pool;

	private final JdbcTemplate jdbc;

	TenantClaims(DataSource pool, DataSource fleet) {
		this.pool = pool;
		this.jdbc = new JdbcTemplate(fleet);
	}

	/** Claims a tenant for an entry, as {@link FleetServer#claim} says. */
	void claim(String organization, String fleet, String entry, String schema) {
		String key = organization.toLowerCase(Locale.ROOT);
		try {
			if (this.jdbc.update(CLAIM, key, fleet, entry, schema) == 0) {
				throw new TenantClaimedException(key, entry, claimant(key, fleet));
			}
			requireFree(this.pool, LedgerSettings.USUAL_SCHEMA, key);
			requireNoFleet(this.pool, schema, key);
		}
		catch (DataAccessException ex) {
			throw new LedgerException(
					DatabaseTrouble.of(ex)
						.orElse("The fleet's claims to its tenants cannot be read. Run: sspr-prefill fleet migrate."),
					ex);
		}
	}

	private String claimant(String key, String fleet) {
		return this.jdbc
			.queryForList("select tenant from sspr_prefill.tenant_claim where organization = ? and fleet = ?",
					String.class, key, fleet)
			.get(0);
	}

	/**
	 * Refuses where a fleet in the same database writes to a tenant, as far as the
	 * database lets its user see that.
	 * @param own the caller's own schema, whose lease it holds
	 * @throws TenantBusyException if a run of a fleet holds the tenant's lease
	 */
	static void requireNoFleet(DataSource database, String own, String tenant) {
		JdbcTemplate jdbc = new JdbcTemplate(database);
		if (mayUse(jdbc, FleetServer.SCHEMA, TABLE, "SELECT")) {
			jdbc.queryForList("select schema_name from " + FleetServer.SCHEMA + "." + TABLE
					+ " where organization = ? and schema_name <> ?", String.class, tenant, own)
				.forEach((schema) -> requireFree(database, schema, tenant));
		}
	}

	/** A holder in that schema that was not heard of for long has lost its lease. */
	private static void requireFree(DataSource database, String schema, String tenant) {
		if (mayUse(new JdbcTemplate(database), schema, "tenant_lease", "UPDATE")) {
			new LeaseStore(NamedSchema.in(schema, database), tenant).requireFree();
		}
	}

	private static boolean mayUse(JdbcTemplate jdbc, String schema, String table, String privilege) {
		List<Integer> found = jdbc.queryForList(MAY_USE, Integer.class, schema, table, privilege);
		return !found.isEmpty();
	}

}
