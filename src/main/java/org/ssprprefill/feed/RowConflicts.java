package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.List;

/** What several rows about one person are worth. */
public final class RowConflicts {

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
		List<HrRow> parties = rowsOfOnePerson.stream().filter(RowConflicts::takesPart).toList();
		boolean agreed = parties.stream().map(HrRow::values).distinct().count() < 2;
		List<HrRow> settled = new ArrayList<>();
		boolean first = true;
		for (HrRow row : rowsOfOnePerson) {
			boolean party = takesPart(row);
			boolean stands = !party || (agreed && first);
			RowProblem problem = agreed ? RowProblem.DUPLICATE_ROW : RowProblem.CONFLICTING_ROWS;
			settled.add(stands ? row : row.withProblem(new HrRow.Problem("", problem)));
			first &= !party;
		}
		return settled;
	}

	private static boolean takesPart(HrRow row) {
		return row.problems()
			.stream()
			.map(HrRow.Problem::problem)
			.noneMatch((problem) -> problem.rejectsRow() || problem.isWarning());
	}

}
