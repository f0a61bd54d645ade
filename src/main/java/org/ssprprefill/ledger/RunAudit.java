package org.ssprprefill.ledger;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.run.RunRecord;

/** Enters into the audit trail how runs began, were released, and ended. */
final class RunAudit {

	private static final String DIGEST = "coalesce((select encode(sha256(convert_to(string_agg("
			+ "left(encode(sha256(convert_to(row(%s)::text%s, 'UTF8')), 'hex'), 32), '' order by %s), 'UTF8')), 'hex')"
			+ " from sspr_prefill.%s where run = r.id), '-')";

	/**
	 * Says nothing where there is nothing to say, as in runs that did not know it yet.
	 */
	private static final String FOUND = " || coalesce(' found ' || found, '') || coalesce(' detail ' || detail, '')";

	/** What a run was begun for, as its first entry says it. */
	static final String BEGUN = "concat_ws(' ', r.job, r.mode, r.definition, coalesce(r.concerns, '-'))";

	/** What runs of versions until 1.0 did not fix: their flags, and the keys of rows. */
	private static final String FACTS = "select concat_ws(' ', 'facts', r.refused, r.closed, r.held, r.writing, "
			+ DIGEST.formatted("file, number, object_id, key_attribute, keys", "", "file collate \"C\", number",
					"decision")
			+ ") from sspr_prefill.run r where r.id = ?";

	/** Fixes everything that a report of the run is made of. */
	private static final String SEAL = "select concat_ws(' ', r.outcome, r.exit_code, coalesce(r.plan_hash, '-'),"
			+ " coalesce(encode(sha256(convert_to(r.report::text, 'UTF8')), 'hex'), '-'), "
			+ DIGEST.formatted(DecisionStore.COLUMNS.replace("run, ", ""), "", "file collate \"C\", number", "decision")
			+ ", " + DIGEST.formatted(DecisionStore.PROBLEM_COLUMNS.replace("run, ", ""), FOUND,
					"file collate \"C\", number, ordinal", "row_problem")
			+ ") from sspr_prefill.run r where r.id = ?";

	private final JdbcTemplate jdbc;

	private final AuditTrail trail;

	RunAudit(JdbcTemplate jdbc, AuditTrail trail) {
		this.jdbc = jdbc;
		this.trail = trail;
	}

	static String seal(JdbcTemplate jdbc, String run) {
		return String.join("", jdbc.queryForList(SEAL, String.class, run));
	}

	/** Whether a run is still as it was when it ended. */
	static boolean isSealed(JdbcTemplate jdbc, String run, String ended) {
		String seal = seal(jdbc, run);
		return ended.equals(seal) || ended.equals(seal + " " + facts(jdbc, run));
	}

	private static String facts(JdbcTemplate jdbc, String run) {
		return String.join("", jdbc.queryForList(FACTS, String.class, run));
	}

	void begun(RunRecord run) {
		note(run.id(), "begun",
				String.join(" ", run.job(), run.mode().key(), run.definition(), run.concerns().orElse("-")));
	}

	/** Fixes the plan. */
	void planned(String run, String hash) {
		note(run, "sealed", hash);
	}

	void released(String run, String who) {
		note(run, "released", who);
	}

	void ended(String run) {
		note(run, "ended", seal(this.jdbc, run) + " " + facts(this.jdbc, run));
	}

	private void note(String run, String event, String detail) {
		this.jdbc.queryForList("select tenant from sspr_prefill.run where id = ?", String.class, run)
			.forEach((tenant) -> this.trail.append(tenant, List.of(AuditNote.of(run, event, detail))));
	}

}
