package org.ssprprefill.ledger;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.plan.ColumnFill;
import org.ssprprefill.run.RunRecord;

/** How full the columns of feeds were. */
public final class ColumnStore {

	private static final String MEASURE = """
			insert into sspr_prefill.column_fill
			select ?, '%1$s', count(*), count(*) filter (where r.%2$s is not null or exists (
				select 1 from jsonb_array_elements(r.problems) p where p->>0 = f.%2$s_header)),
				count(*) filter (where exists (
				select 1 from jsonb_array_elements(r.problems) p where p->>0 = f.%2$s_header and p->2 = 'true'))
			from sspr_prefill.staged_row r join sspr_prefill.feed_file f on f.run = r.run and f.name = r.file
			where r.run = ? and f.%2$s_header <> '' having count(*) > 0
			""";

	private final JdbcClient jdbc;

	ColumnStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Measures the columns of a run's staged rows, and remembers what it found.
	 * @param run the run's id
	 * @return one a method that the feed has a column for
	 */
	public List<ColumnFill> measure(String run) {
		forget(run);
		for (MethodKind kind : MethodKind.values()) {
			this.jdbc.sql(MEASURE.formatted(kind.word(), kind.word().replace('-', '_'))).params(run, run).update();
		}
		return of(run);
	}

	/**
	 * Gives a run what was measured by the run whose plan it applies.
	 * @param plan the run whose plan it is
	 * @param run the applying run
	 */
	public void inherit(String plan, String run) {
		forget(run);
		this.jdbc.sql(
				"insert into sspr_prefill.column_fill select ?, kind, rows, given, foreign_kind from sspr_prefill.column_fill where run = ?")
			.params(run, plan)
			.update();
	}

	private void forget(String run) {
		this.jdbc.sql("delete from sspr_prefill.column_fill where run = ?").param(run).update();
	}

	/**
	 * The columns of the last feed of the job that was accepted.
	 * @param run the run that is not meant
	 * @return one a method that the feed had a column for; nothing where there was none
	 */
	public List<ColumnFill> lastAccepted(RunRecord run) {
		return this.jdbc
			.sql("select r.id from sspr_prefill.run r where r.job = ? and r.tenant = ? and r.id <> ? and r.finished_at is not null"
					+ " and exists (select 1 from sspr_prefill.column_fill c where c.run = r.id) and exists (select 1 from sspr_prefill.feed_file f"
					+ " where f.run = r.id and f.staged and f.disposition = 'archived')"
					+ " order by r.started_at desc limit 1")
			.params(run.job(), run.tenant(), run.id())
			.query(String.class)
			.optional()
			.map(this::of)
			.orElse(List.of());
	}

	private List<ColumnFill> of(String run) {
		return this.jdbc.sql("select * from sspr_prefill.column_fill where run = ? order by kind")
			.param(run)
			.query((row, number) -> new ColumnFill(MethodKind.of(row.getString("kind")), row.getLong("rows"),
					row.getLong("given"), row.getLong("foreign_kind")))
			.list();
	}

}
