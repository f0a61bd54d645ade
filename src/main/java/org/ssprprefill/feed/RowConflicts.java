package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.List;

/** What several rows about one person are worth. */
public final class RowConflicts {

	/** Another row with the same values stands for the person. */
	public static final HrRow.Problem DUPLICATE = new HrRow.Problem("", RowProblem.DUPLICATE_ROW);

	/** Another row of the person has other values. */
	public static final HrRow.Problem CONFLICTING = new HrRow.Problem("", RowProblem.CONFLICTING_ROWS);

	private RowConflicts() {
	}

	/**
	 * Decides between the rows of one person. Equal values: the first row stands, the
	 * others are duplicates. Different values: nobody can tell which are right, so all
	 * are rejected. Rows that are wrong as a whole already take no part.
	 * @param rowsOfOnePerson the rows, in the order of the feed
	 * @return the same rows in the same order, with the problems this adds
	 */
	public static List<HrRow> settle(List<HrRow> rowsOfOnePerson) {
		List<HrRow> parties = rowsOfOnePerson.stream().filter((row) -> takesPart(row.problems())).toList();
		boolean agreed = parties.stream().map(HrRow::values).distinct().count() < 2;
		List<HrRow> settled = new ArrayList<>();
		boolean first = true;
		for (HrRow row : rowsOfOnePerson) {
			boolean party = takesPart(row.problems());
			boolean stands = !party || (agreed && first);
			settled.add(stands ? row : row.withProblem(agreed ? DUPLICATE : CONFLICTING));
			first &= !party;
		}
		return settled;
	}

	/**
	 * Whether a row is compared with the other rows of its person.
	 * @param problems the row's own problems
	 * @return {@code false} if it is wrong as a whole
	 */
	public static boolean takesPart(List<HrRow.Problem> problems) {
		return problems.stream()
			.map(HrRow.Problem::problem)
			.noneMatch((problem) -> problem.rejectsRow() || problem.isWarning());
	}

}
