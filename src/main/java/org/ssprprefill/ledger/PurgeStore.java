package org.ssprprefill.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets whom old runs were about. Their reports as figures, their files' names and what
 * is ours in the tenant stay.
 */
public final class PurgeStore {

	private static final List<String> ABOUT_PEOPLE = List.of("change", "decision", "row_problem", "verdict",
			"staged_row", "shared_value", "excluded_user", "group_member", "probe", "probe_write", "probe_look");

	/** What is known of methods in the tenant, with since when. */
	private static final Map<String, String> OURS = Map.of("written_method", "confirmed_at", "taken_back", "taken_at",
			"seen_method", "seen_at");

	/** The mark first: a snapshot without it is never taken for complete. */
	private static final List<String> SNAPSHOT = List.of("user_mark", "entra_user", "registration", "role_holder");

	private final NamedParameterJdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final AuditTrail trail;

	PurgeStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
		this.jdbc = new NamedParameterJdbcTemplate(jdbc);
		this.transaction = transaction;
		this.trail = trail;
	}

	/**
	 * The runs whose people may be forgotten.
	 * @param job the job's name
	 * @param tenant the tenant's key
	 * @param before runs that ended earlier are meant; never unfinished ones, nor what is
	 * being applied or taken back by one that has begun to write
	 * @return the runs' ids, oldest first
	 */
	public List<String> endedBefore(String job, String tenant, Instant before) {
		return this.jdbc.queryForList(
				"select id from sspr_prefill.run r where job = :job and tenant = :tenant and purged_at is null"
						+ " and finished_at < :before::timestamptz and not exists (select 1 from sspr_prefill.run u"
						+ " where u.concerns = r.id and u.writing and u.finished_at is null) order by started_at",
				Map.of("job", job, "tenant", tenant, "before", before.toString()), String.class);
	}

	/**
	 * The runs whose files may be deleted, whether or not the ledger has forgotten their
	 * people. What an unfinished run still needs is none of them.
	 * @param job the job's name
	 * @param tenant the tenant's key
	 * @param until runs that ended then or earlier are meant
	 * @return the runs' ids, oldest first
	 */
	public List<String> endedUntil(String job, String tenant, Instant until) {
		return this.jdbc.queryForList(
				"select id from sspr_prefill.run r where job = :job and tenant = :tenant and finished_at <= :until::timestamptz"
						+ " and not exists (select 1 from sspr_prefill.run u where u.concerns = r.id and u.finished_at is null)"
						+ " order by started_at",
				Map.of("job", job, "tenant", tenant, "until", until.toString()), String.class);
	}

	/**
	 * Whether the people of a run were forgotten.
	 * @param run the run's id
	 * @return {@code true} after {@link #purge}
	 */
	public boolean isPurged(String run) {
		return !this.jdbc
			.queryForList("select 1 from sspr_prefill.run where id = :run and purged_at is not null",
					Map.of("run", run), Integer.class)
			.isEmpty();
	}

	/**
	 * Forgets the people of runs, all or none, and with them all who are not needed any
	 * more: people who left, and the tenant's users once no run is remembered.
	 * @param tenant the tenant's key
	 * @param runs the runs' ids; those that are purged already are passed over
	 * @param before what is ours on people who left the tenant is forgotten if it is
	 * older
	 * @return how many rows were deleted
	 */
	public long purge(String tenant, List<String> runs, Instant before) {
		Long deleted = this.transaction.execute((status) -> {
			List<String> remembered = runs.stream().filter((run) -> !isPurged(run)).toList();
			long rows = remembered.isEmpty() ? 0 : forget(tenant, remembered);
			return rows + forgetLeavers(tenant, before) + forgetSnapshot(tenant);
		});
		return (deleted != null) ? deleted : 0;
	}

	private long forget(String tenant, List<String> runs) {
		long rows = 0;
		for (String table : ABOUT_PEOPLE) {
			rows += this.jdbc.update("delete from sspr_prefill." + table + " where run in (:runs)",
					Map.of("runs", runs));
		}
		this.jdbc.update("update sspr_prefill.run set purged_at = now(), released_by = null where id in (:runs)",
				Map.of("runs", runs));
		return rows + this.trail.purge(tenant, runs.get(runs.size() - 1));
	}

	/** A mark stands for users that are complete; without it, absence proves nothing. */
	private long forgetLeavers(String tenant, Instant before) {
		long rows = 0;
		for (Map.Entry<String, String> table : OURS.entrySet()) {
			rows += this.jdbc.update("delete from sspr_prefill." + table.getKey() + " o where tenant = :tenant and "
					+ table.getValue() + " < :before::timestamptz"
					+ " and exists (select 1 from sspr_prefill.user_mark m where m.tenant = o.tenant)"
					+ " and not exists (select 1 from sspr_prefill.entra_user u where u.tenant = o.tenant and u.object_id = o.object_id)",
					Map.of("tenant", tenant, "before", before.toString()));
		}
		return rows;
	}

	private long forgetSnapshot(String tenant) {
		long rows = 0;
		for (String table : SNAPSHOT) {
			rows += this.jdbc.update("delete from sspr_prefill." + table + " where tenant = :tenant"
					+ " and not exists (select 1 from sspr_prefill.run where tenant = :tenant and purged_at is null)",
					Map.of("tenant", tenant));
		}
		return rows;
	}

	/**
	 * Enters into the audit trail that files and people of old runs were deleted.
	 * @param tenant the tenant's key
	 * @param run the run that did it
	 * @param detail how many
	 */
	public void note(String tenant, String run, String detail) {
		this.trail.append(tenant, List.of(AuditNote.of(run, "removed", detail)));
	}

}
