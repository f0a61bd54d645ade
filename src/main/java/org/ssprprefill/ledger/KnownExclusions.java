package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.ObjectId;

/**
 * Which accounts the entries of {@code scope.exclude} fit, or have fitted before.
 */
public final class KnownExclusions {

	private final JdbcTemplate jdbc;

	KnownExclusions(DataSource dataSource) {
		this.jdbc = new JdbcTemplate(dataSource);
	}

	/**
	 * The accounts that entries fit by name or id now.
	 * @param tenant the tenant's key
	 * @param keys entries, in lower case
	 * @return the accounts by entry; no entry that fits none
	 */
	public Map<String, Set<ObjectId>> fitting(String tenant, Collection<String> keys) {
		return accounts("select k.entry, u.object_id from unnest(cast(? as text[])) k (entry)"
				+ " join sspr_prefill.entra_user u on u.tenant = ? and (u.upn_key = k.entry or u.object_id = k.entry)",
				keys.toArray(String[]::new), tenant);
	}

	/**
	 * Remembers the accounts of a job's entries, and nothing else.
	 * @param tenant the tenant's key
	 * @param job the job's name
	 * @param accounts the accounts by entry
	 */
	public void keep(String tenant, String job, Map<String, Set<ObjectId>> accounts) {
		List<String> entries = new ArrayList<>();
		List<String> ids = new ArrayList<>();
		accounts.forEach((entry, users) -> users.forEach((user) -> {
			entries.add(entry);
			ids.add(user.value());
		}));
		Object[] both = { tenant, job, entries.toArray(String[]::new), ids.toArray(String[]::new) };
		this.jdbc.update("insert into sspr_prefill.known_exclusion (tenant, job, entry, object_id)"
				+ " select ?, ?, k.entry, k.id from unnest(cast(? as text[]), cast(? as text[])) k (entry, id)"
				+ " on conflict do nothing", both);
		this.jdbc.update("delete from sspr_prefill.known_exclusion where tenant = ? and job = ? and (entry, object_id)"
				+ " not in (select k.entry, k.id from unnest(cast(? as text[]), cast(? as text[])) k (entry, id))",
				both);
	}

	/**
	 * Whom the entries of a job fit, or have fitted.
	 * @param tenant the tenant's key
	 * @param job the job's name
	 * @return the accounts by entry; no entry that never fitted one
	 */
	public Map<String, Set<ObjectId>> of(String tenant, String job) {
		return accounts("select entry, object_id from sspr_prefill.known_exclusion where tenant = ? and job = ?",
				tenant, job);
	}

	private Map<String, Set<ObjectId>> accounts(String query, Object... arguments) {
		Map<String, Set<ObjectId>> accounts = new HashMap<>();
		this.jdbc.query(query, (row) -> {
			accounts.computeIfAbsent(row.getString("entry"), (unused) -> new HashSet<>())
				.add(new ObjectId(row.getString("object_id")));
		}, arguments);
		return accounts;
	}

}
