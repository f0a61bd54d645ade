package org.ssprprefill.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.HrRow;

/**
 * One row with its verdict, without any of its values.
 *
 * @param file the file's name
 * @param line the line on which the row begins; the first line of the file is 1
 * @param country whose numbers HR would write into the row
 * @param problems every problem, in the order of a run
 * @param usable the methods for which a value is left
 */
public record CheckedRow(String file, long line, Optional<Country> country, List<HrRow.Problem> problems,
		Set<MethodKind> usable) {

	/** Keeps its own copies of the collections. */
	public CheckedRow {
		problems = List.copyOf(problems);
		usable = Set.copyOf(usable);
	}

	/**
	 * The verdict.
	 * @return {@code true} if anything usable is left, or nothing was wrong
	 */
	public boolean accepted() {
		return HrRow.accepted(!this.usable.isEmpty(), this.problems);
	}

	/**
	 * Whether the row's values would be taken: it is accepted, and no earlier row of the
	 * same person stands for it.
	 * @return {@code false} for duplicates and rejected rows
	 */
	public boolean counts() {
		return accepted() && this.problems.stream().noneMatch((problem) -> problem.problem().isWarning());
	}

}
