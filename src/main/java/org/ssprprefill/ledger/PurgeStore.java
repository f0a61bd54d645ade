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
			"staged_row", "shared_value", "excluded_user", "group_member");

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
	 * @param before runs that ended earlier are meant; unfinished ones never
	 * @return the runs' ids, oldest first
	 */
	public List<String> endedBefore(String job, String tenant, Instant before) {
		return this.jdbc.queryForList(
				"select id from run where job = :job and tenant = :tenant and purged_at is null"
						+ " and finished_at < :before::timestamptz order by started_at",
				Map.of("job", job, "tenant", tenant, "before", before.toString()), String.class);
	}

	/**
	 * Whether the people of a run were forgotten.
	 * @param run the run's id
	 * @return {@code true} after {@link #purge}
	 */
	public boolean isPurged(String run) {
		return !this.jdbc
			.queryForList("select 1 from run where id = :run and purged_at is not null", Map.of("run", run),
					Integer.class)
			.isEmpty();
	}

	/**
	 * Forgets the people of runs, all or none.
	 * @param tenant the tenant's key
	 * @param runs the runs' ids
	 * @return how many rows were deleted
	 */
	public long purge(String tenant, List<String> runs) {
		if (runs.isEmpty()) {
			return 0;
		}
		Long deleted = this.transaction.execute((status) -> {
			long rows = 0;
			for (String table : ABOUT_PEOPLE) {
				rows += this.jdbc.update("delete from " + table + " where run in (:runs)", Map.of("runs", runs));
			}
			this.jdbc.update("update run set purged_at = now() where id in (:runs)", Map.of("runs", runs));
			return rows + this.trail.purge(tenant, runs.get(runs.size() - 1));
		});
		return (deleted != null) ? deleted : 0;
	}

}
