package org.ssprprefill.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.MethodKind;

/** How much a run has read, decided, planned and done: for the limits and the report. */
public final class RunFigures {

	private final JdbcTemplate jdbc;

	RunFigures(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts row problems.
	 * @param run the run's id
	 * @return problems by word
	 */
	public Map<String, Integer> rowProblems(String run) {
		return byWord("select problem, count(*) from sspr_prefill.row_problem where run = ? group by 1", run);
	}

	/**
	 * Counts accepted rows by what became of them.
	 * @param run the run's id
	 * @return rows by decision
	 */
	public Map<String, Integer> decisions(String run) {
		return byWord("select decision, count(*) from sspr_prefill.decision where run = ? group by 1", run);
	}

	/**
	 * Counts accepted rows by why they are protected or out of scope.
	 * @param run the run's id
	 * @return rows by barrier
	 */
	public Map<String, Integer> barriers(String run) {
		return byWord(
				"select reason, count(*) from sspr_prefill.decision where run = ? and reason is not null group by 1",
				run);
	}

	/**
	 * How many people the matched rows belong to; several rows may be about one person.
	 * @param run the run's id
	 * @return people
	 */
	public int matchedPeople(String run) {
		return number(
				"select count(distinct object_id) from sspr_prefill.decision where run = ? and decision = 'matched'",
				run);
	}

	/**
	 * Counts the methods that are left alone.
	 * @param run the run's id
	 * @return methods by reason
	 */
	public Map<String, Integer> leftAlone(String run) {
		Map<String, Integer> counts = new HashMap<>();
		for (MethodKind kind : MethodKind.values()) {
			String column = kind.word().replace('-', '_');
			byWord("select " + column + "_reason, count(*) from sspr_prefill.decision where run = ? and " + column
					+ "_action = 'none' group by 1", run)
				.forEach((reason, methods) -> counts.merge(reason, methods, Integer::sum));
		}
		return counts;
	}

	/**
	 * Counts the changes of a run.
	 * @param run the run's id
	 * @return how many there are of each action or state, by method
	 */
	public List<ChangeCount> changes(String run) {
		return this.jdbc.query(
				"select kind, action, state, coalesce(status, 0), coalesce(code, ''), count(*)"
						+ " from sspr_prefill.change where run = ? group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5",
				(row, number) -> new ChangeCount(MethodKind.of(row.getString(1)), row.getString(2),
						ChangeState.valueOf(row.getString(3)), row.getInt(4), row.getString(5), row.getInt(6)),
				run);
	}

	/**
	 * How many people the changes of a run concern.
	 * @param run the run's id
	 * @return people
	 */
	public int peopleToChange(String run) {
		return number("select count(distinct object_id) from sspr_prefill.change where run = ?", run);
	}

	private Map<String, Integer> byWord(String sql, String run) {
		Map<String, Integer> counts = new HashMap<>();
		this.jdbc.query(sql, (row) -> {
			counts.put(row.getString(1), row.getInt(2));
		}, run);
		return counts;
	}

	private int number(String sql, String run) {
		return Optional.ofNullable(this.jdbc.queryForObject(sql, Integer.class, run)).orElse(0);
	}

}
