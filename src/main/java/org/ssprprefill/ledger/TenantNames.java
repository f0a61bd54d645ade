package org.ssprprefill.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.ssprprefill.tenant.Organization;
import org.ssprprefill.vault.AlteredLedgerException;

/**
 * By which key the ledger knows a tenant: its id. What was entered while only a domain of
 * it was known is carried over, so that one tenant has one memory and one lock.
 */
public final class TenantNames {

	/** What the program did and may not forget. */
	static final List<String> CARRIED = List.of("run", "change", "probe");

	/** What both names may know, each entry once. */
	static final List<String> MERGED = List.of("known_exclusion");

	/** What is ours, with the column that says which of two is the newer. */
	static final Map<String, String> REMEMBERED = Map.of("written_method", "confirmed_at", "taken_back", "taken_at",
			"seen_method", "seen_at");

	/** What is read again from the tenant. */
	static final List<String> READ_AGAIN = List.of("user_mark", "entra_user", "registration", "role_holder");

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final AuditTrail audit;

	TenantNames(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail audit) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.audit = audit;
	}

	/**
	 * The key of a tenant, as far as the ledger knows without asking the tenant.
	 * @param name {@code tenant.id}, an id or a verified domain
	 * @return the tenant's id, or the name itself in lower case
	 */
	public String keyOf(String name) {
		String key = name.toLowerCase(Locale.ROOT);
		return this.jdbc.queryForList("select tenant from sspr_prefill.tenant_name where name = ?", String.class, key)
			.stream()
			.findFirst()
			.orElse(key);
	}

	/**
	 * Whether the tenant has to say which one it is, before its key is certain.
	 * @param name {@code tenant.id}, an id or a verified domain
	 * @return {@code true} for a domain, and where the ledger holds entries under a
	 * domain
	 */
	public boolean isUncertain(String name) {
		return name.contains(".") || !this.jdbc
			.queryForList("select 1 from sspr_prefill.run where tenant like '%.%' limit 1", Integer.class)
			.isEmpty();
	}

	/**
	 * Learns the names of a tenant and carries over what stands under any of them. The
	 * caller holds the tenant's lock.
	 * @param tenant what the tenant says of itself
	 * @throws AlteredLedgerException if what would be carried over was altered
	 */
	public void learn(Organization tenant) {
		String id = tenant.id().toLowerCase(Locale.ROOT);
		this.transaction.executeWithoutResult((status) -> {
			for (String domain : tenant.verifiedDomains()) {
				this.jdbc.update("insert into sspr_prefill.tenant_name (name, tenant) values (?, ?)"
						+ " on conflict (name) do update set tenant = excluded.tenant", domain, id);
				if (!this.jdbc
					.queryForList("select 1 from sspr_prefill.run where tenant = ? limit 1", Integer.class, domain)
					.isEmpty()) {
					carryOver(domain, id);
				}
			}
		});
	}

	private void carryOver(String name, String id) {
		this.audit.carryOver(name, id);
		CARRIED.forEach((table) -> this.jdbc.update("update sspr_prefill." + table + " set tenant = ? where tenant = ?",
				id, name));
		this.jdbc.update("insert into sspr_prefill.known_exclusion (tenant, job, entry, object_id)"
				+ " select ?, job, entry, object_id from sspr_prefill.known_exclusion where tenant = ?"
				+ " on conflict do nothing", id, name);
		this.jdbc.update("delete from sspr_prefill.known_exclusion where tenant = ?", name);
		REMEMBERED.forEach((table, since) -> {
			this.jdbc.update("delete from sspr_prefill." + table + " o using sspr_prefill." + table
					+ " n where least(o.tenant, n.tenant) = least(?, ?)"
					+ " and greatest(o.tenant, n.tenant) = greatest(?, ?) and o.tenant <> n.tenant"
					+ " and o.object_id = n.object_id and o.kind = n.kind and (o." + since + ", o.tenant)" + " < (n."
					+ since + ", n.tenant)", name, id, name, id);
			this.jdbc.update("update sspr_prefill." + table + " set tenant = ? where tenant = ?", id, name);
		});
		READ_AGAIN.forEach(
				(table) -> this.jdbc.update("delete from sspr_prefill." + table + " where tenant in (?, ?)", name, id));
	}

}
