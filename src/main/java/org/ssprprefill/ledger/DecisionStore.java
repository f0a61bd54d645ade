package org.ssprprefill.ledger;

import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.database.CopyWriter;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.match.WriteBlock;
import org.ssprprefill.plan.Decision;

/** What was decided about every row of a run, without any contact value. */
public final class DecisionStore {

	private static final String METHOD_COLUMNS = "mobile_action, mobile_reason, office_action, office_reason,"
			+ " alternate_mobile_action, alternate_mobile_reason, email_action, email_reason";

	/** What a run's seal has always held of a decision. */
	static final String COLUMNS = "run, file, number, line, object_id, user_principal_name, employee_id,"
			+ " group_label, decision, reason, " + METHOD_COLUMNS;

	private static final String WHOLE_DECISION = COLUMNS + ", key_attribute, keys";

	/** What a run's seal has always held of a row problem. */
	static final String PROBLEM_COLUMNS = "run, file, number, ordinal, line, employee_id, name, header,"
			+ " problem, rejected";

	private static final String WHOLE_PROBLEM = PROBLEM_COLUMNS + ", found, detail, country";

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	DecisionStore(DataSource dataSource) {
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
	}

	/**
	 * Forgets what was decided in a run, before the run decides anew.
	 * @param run the run's id
	 */
	public void forget(String run) {
		this.jdbc.update("delete from sspr_prefill.decision where run = ?", run);
		this.jdbc.update("delete from sspr_prefill.row_problem where run = ?", run);
	}

	/**
	 * Keeps decisions and row problems.
	 * @param run the run's id
	 * @param decisions one a row, rejected rows included
	 * @param matchBy the matching attributes; the first that a row carries has decided
	 */
	public void keep(String run, List<RowDecision> decisions, List<MatchingAttribute> matchBy) {
		CopyWriter rows = new CopyWriter();
		CopyWriter problems = new CopyWriter();
		for (RowDecision decision : decisions) {
			if (decision.row().accepted()) {
				accepted(rows, run, decision, matchBy);
			}
			problems(problems, run, decision);
		}
		rows.into(this.dataSource, "decision (" + WHOLE_DECISION + ")");
		problems.into(this.dataSource, "row_problem (" + WHOLE_PROBLEM + ")");
	}

	private static void accepted(CopyWriter copy, String run, RowDecision decision, List<MatchingAttribute> matchBy) {
		HrRow row = decision.row();
		Optional<MatchedUser> user = decision.user();
		copy.column(run).column(decision.file()).column(row.number()).column(row.line());
		copy.column(user.map(MatchedUser::id).map(ObjectId::value).orElse(null));
		copy.column(user.map(MatchedUser::userPrincipalName)
			.or(() -> row.userPrincipalName().map(UserPrincipalName::value))
			.orElse(null));
		copy.column(
				row.employeeId().map(EmployeeId::value).or(() -> user.flatMap(MatchedUser::employeeId)).orElse(null));
		copy.column(row.group().orElse(null));
		copy.column(decision.decision().word()).column(decision.barrier().map(WriteBlock::word).orElse(null));
		for (MethodKind kind : MethodKind.values()) {
			Optional<Decision> method = Optional.ofNullable(decision.methods().get(kind));
			copy.column(method.map((decided) -> decided.action().word()).orElse(null));
			copy.column(method.map((decided) -> decided.reason().word()).orElse(null));
		}
		Optional<MatchingAttribute> key = row.decidingKey(matchBy);
		copy.column(key.map(MatchingAttribute::word).orElse(null)).column(KeyLookup.toJson(row)).end();
	}

	private static void problems(CopyWriter copy, String run, RowDecision decision) {
		HrRow row = decision.row();
		int ordinal = 0;
		for (HrRow.Problem problem : row.problems()) {
			copy.column(run).column(decision.file()).column(row.number()).column(ordinal++).column(row.line());
			copy.column(row.employeeId().map(EmployeeId::value).orElse(null)).column(row.name().orElse(null));
			copy.column(problem.column()).column(problem.problem().word()).column(!row.accepted());
			copy.column((problem.found() > 1) ? problem.found() : null);
			copy.column(problem.detail().isEmpty() ? null : problem.detail());
			copy.column(row.country().map(Country::code).orElse(null)).end();
		}
	}

	/**
	 * Gives a run the decisions and row problems of the run whose plan it applies.
	 * @param plan the run whose plan it is
	 * @param run the applying run
	 */
	public void inherit(String plan, String run) {
		forget(run);
		String columns = WHOLE_DECISION.substring("run, ".length());
		this.jdbc.update("insert into sspr_prefill.decision (" + WHOLE_DECISION + ") select ?, " + columns
				+ " from sspr_prefill.decision where run = ?", run, plan);
		String problems = WHOLE_PROBLEM.substring("run, ".length());
		this.jdbc.update("insert into sspr_prefill.row_problem (" + WHOLE_PROBLEM + ") select ?, " + problems
				+ " from sspr_prefill.row_problem where run = ?", run, plan);
	}

	/**
	 * Gives an undo one decision for each person its run may have changed: about the
	 * changed methods only, in the words of the changes that are taken back.
	 * @param undone the run to take back
	 * @param run the undoing run
	 */
	public void inheritChanged(String undone, String run) {
		forget(run);
		StringBuilder methods = new StringBuilder();
		for (MethodKind kind : MethodKind.values()) {
			String column = kind.word().replace('-', '_');
			String changed = "case when '" + kind.word() + "' = any(c.kinds) then d." + column;
			methods.append(", ").append(changed).append("_action end, ").append(changed).append("_reason end");
		}
		this.jdbc.update("insert into sspr_prefill.decision (" + COLUMNS
				+ ") select distinct on (d.object_id) ?, d.file, d.number,"
				+ " d.line, d.object_id, d.user_principal_name, d.employee_id, d.group_label, 'matched', null" + methods
				+ " from (select object_id, array_agg(kind) kinds from sspr_prefill.change where run = ?"
				+ " and state not in ('PLANNED', 'REJECTED') group by object_id) c"
				+ " join sspr_prefill.decision d on d.run = ? and d.object_id = c.object_id"
				+ " order by d.object_id, num_nonnulls(d.mobile_action, d.office_action, d.alternate_mobile_action,"
				+ " d.email_action) desc, d.file, d.number", run, undone, undone);
	}

	/**
	 * Changes what was decided about a person whose situation changed. A method for which
	 * the run has a change all the same keeps its decision: what was sent stays told.
	 * @param run the run's id
	 * @param user the person
	 * @param decision what the person is now
	 * @param barrier why the person may not be written to any more
	 */
	public void leaveOut(String run, ObjectId user, MatchDecision decision, Optional<WriteBlock> barrier) {
		this.jdbc.update("update sspr_prefill.decision set decision = ?, reason = ? where run = ? and object_id = ?",
				decision.word(), barrier.map(WriteBlock::word).orElse(null), run, user.value());
		for (MethodKind kind : MethodKind.values()) {
			String column = kind.word().replace('-', '_');
			this.jdbc.update(
					"update sspr_prefill.decision d set " + column + "_action = null, " + column + "_reason = null"
							+ " where run = ? and object_id = ? and not exists (select 1 from sspr_prefill.change c"
							+ " where c.run = d.run and c.object_id = d.object_id and c.kind = ?)",
					run, user.value(), kind.word());
		}
	}

	/**
	 * Tells of every method to which a run has sent a change that it was sent, whatever a
	 * later plan of the same run found there.
	 * @param run the run's id
	 */
	public void tellWhatWasSent(String run) {
		for (MethodKind kind : MethodKind.values()) {
			String column = kind.word().replace('-', '_');
			this.jdbc.update("update sspr_prefill.decision d set " + column + "_action = c.action, " + column
					+ "_reason = replace(lower(c.reason), '_', '-') from sspr_prefill.change c join lateral (select o.number, o.file"
					+ " from sspr_prefill.decision o where o.run = c.run and o.object_id = c.object_id order by"
					+ " num_nonnulls(o.mobile_action, o.office_action, o.alternate_mobile_action, o.email_action) desc,"
					+ " o.file, o.number limit 1) o on true where c.run = ? and c.kind = ? and c.attempts > 0"
					+ " and d.run = c.run and d.file = o.file and d.number = o.number", run, kind.word());
		}
	}

	/**
	 * Changes what was decided about one method of a person, unless the run has a change
	 * of it all the same.
	 * @param run the run's id
	 * @param user the person
	 * @param kind the method
	 * @param decision the new decision
	 */
	public void redecide(String run, ObjectId user, MethodKind kind, Decision decision) {
		String column = kind.word().replace('-', '_');
		this.jdbc.update("update sspr_prefill.decision d set " + column + "_action = ?, " + column + "_reason = ?"
				+ " where run = ? and object_id = ? and " + column + "_action is not null and not exists"
				+ " (select 1 from sspr_prefill.change c where c.run = d.run and c.object_id = d.object_id and c.kind = ?)",
				decision.action().word(), decision.reason().word(), run, user.value(), kind.word());
	}

}
