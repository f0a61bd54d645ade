package org.ssprprefill.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.ObjectId;

/**
 * Which accounts the entries of {@code scope.exclude} fit, or have fitted before. Who
 * left a group that is still there is not in it any more; the last members of one that is
 * gone stay known.
 */
public final class KnownExclusions {

	private final JdbcTemplate jdbc;

	KnownExclusions(DataSource dataSource) {
		this.jdbc = new JdbcTemplate(dataSource);
	}

	/**
	 * Remembers whom the entries of a job fit now, and forgets entries it has no more.
	 * @param tenant the tenant's key
	 * @param job the job's name
	 * @param keys all entries of the job, in lower case
	 * @param groups the members of those that are groups
	 * @return the entries that fit an account by its name or id now
	 */
	public Set<String> remember(String tenant, String job, Collection<String> keys,
			Map<ObjectId, Set<ObjectId>> groups) {
		String[] entries = keys.toArray(String[]::new);
		this.jdbc.update(
				"delete from sspr_prefill.known_exclusion where tenant = ? and job = ? and entry <> all(cast(? as text[]))",
				tenant, job, entries);
		this.jdbc.update(
				"insert into sspr_prefill.known_exclusion (tenant, job, entry, object_id) select ?, ?, k.entry, u.object_id"
						+ " from unnest(cast(? as text[])) k (entry) join sspr_prefill.entra_user u on u.tenant = ?"
						+ " and (u.upn_key = k.entry or u.object_id = k.entry) on conflict do nothing",
				tenant, job, entries, tenant);
		groups.forEach((group, members) -> remember(tenant, job, group.value(), members));
		return Set.copyOf(this.jdbc.queryForList(
				"select distinct k.entry from unnest(cast(? as text[])) k (entry) join sspr_prefill.entra_user u on u.tenant = ?"
						+ " and (u.upn_key = k.entry or u.object_id = k.entry)",
				String.class, entries, tenant));
	}

	private void remember(String tenant, String job, String group, Set<ObjectId> members) {
		String[] ids = members.stream().map(ObjectId::value).toArray(String[]::new);
		this.jdbc.update(
				"insert into sspr_prefill.known_exclusion (tenant, job, entry, object_id)"
						+ " select ?, ?, ?, m.id from unnest(cast(? as text[])) m (id) on conflict do nothing",
				tenant, job, group, ids);
		this.jdbc.update(
				"delete from sspr_prefill.known_exclusion where tenant = ? and job = ? and entry = ?"
						+ " and object_id not in (select m.id from unnest(cast(? as text[])) m (id))",
				tenant, job, group, ids);
	}

	/**
	 * Whom the entries of a job fit, or have fitted.
	 * @param tenant the tenant's key
	 * @param job the job's name
	 * @return the accounts by entry; no entry that never fitted one
	 */
	public Map<String, Set<ObjectId>> of(String tenant, String job) {
		Map<String, Set<ObjectId>> known = new HashMap<>();
		this.jdbc.query("select entry, object_id from sspr_prefill.known_exclusion where tenant = ? and job = ?",
				(row) -> {
					known.computeIfAbsent(row.getString("entry"), (unused) -> new HashSet<>())
						.add(new ObjectId(row.getString("object_id")));
				}, tenant, job);
		return known;
	}

}
