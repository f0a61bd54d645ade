package org.ssprprefill.ledger;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.ssprprefill.tenant.Traffic;

/**
 * What a run leaves for its report: documents, the answers of its checks, its traffic.
 */
public final class RunDocuments {

	private final JdbcClient jdbc;

	RunDocuments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps one of the run's documents.
	 * @param run the run's id
	 * @param document which one
	 * @param json its content
	 */
	public void keep(String run, Document document, String json) {
		this.jdbc.sql("update sspr_prefill.run set " + document.column + " = ?::jsonb where id = ?")
			.params(json, run)
			.update();
	}

	/**
	 * Reads one of the run's documents.
	 * @param run the run's id
	 * @param document which one
	 * @return its content as JSON
	 */
	public Optional<String> read(String run, Document document) {
		return this.jdbc
			.sql("select " + document.column + "::text from sspr_prefill.run where id = ? and " + document.column
					+ " is not null")
			.param(run)
			.query(String.class)
			.optional();
	}

	/**
	 * Keeps a check's answer, replacing an earlier answer of the same check.
	 * @param run the run's id
	 * @param check the check's id
	 * @param json the answer
	 */
	public void check(String run, String check, String json) {
		this.jdbc
			.sql("insert into sspr_prefill.run_check (run, id, content) values (?, ?, ?::jsonb)"
					+ " on conflict (run, id) do update set content = excluded.content")
			.params(run, check, json)
			.update();
	}

	/**
	 * The answers of a run's checks, in the order in which they were first asked.
	 * @param run the run's id
	 * @return the answers as JSON
	 */
	public List<String> checks(String run) {
		return this.jdbc.sql("select content::text from sspr_prefill.run_check where run = ? order by ordinal")
			.param(run)
			.query(String.class)
			.list();
	}

	/**
	 * Keeps what one process has cost so far in a run.
	 * @param run the run's id
	 * @param process a name that no other process of the run has
	 * @param traffic running totals of that process
	 */
	public void traffic(String run, String process, Traffic traffic) {
		this.jdbc
			.sql("insert into sspr_prefill.run_traffic values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (run, process) do update"
					+ " set requests = excluded.requests, round_trips = excluded.round_trips, writes = excluded.writes,"
					+ " throttled = excluded.throttled, retried = excluded.retried,"
					+ " waited_millis = excluded.waited_millis")
			.params(run, process, traffic.requests(), traffic.roundTrips(), traffic.writes(), traffic.throttled(),
					traffic.retried(), traffic.waitedMillis())
			.update();
	}

	/**
	 * What a run has cost, all its processes together.
	 * @param run the run's id
	 * @return the totals
	 */
	public Traffic traffic(String run) {
		return this.jdbc
			.sql("select requests, round_trips, writes, throttled, retried, waited_millis"
					+ " from sspr_prefill.run_traffic where run = ?")
			.param(run)
			.query((row, number) -> new Traffic(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
					row.getLong(5), row.getLong(6)))
			.list()
			.stream()
			.reduce(Traffic.NONE, Traffic::plus);
	}

	/** The documents of a run. */
	public enum Document {

		/** The limits with the plan's values. */
		LIMITS("limits"),

		/** Licences and coverage as measured. */
		COVERAGE("coverage"),

		/** The whole report. */
		REPORT("report");

		private final String column;

		Document(String column) {
			this.column = column;
		}

	}

}
