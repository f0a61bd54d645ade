package org.ssprprefill.report;

import java.util.Optional;

import org.ssprprefill.contact.Country;
import org.ssprprefill.feed.RowProblem;

/**
 * One line of {@code rejects.csv}: one problem of one HR row. The value that caused it
 * has no place here.
 *
 * @param file the HR export
 * @param line the row's line in it, the header being line 1
 * @param employeeId the row's employee id
 * @param name the person's name as HR writes it
 * @param column HR's own header of the cell; empty for a problem of the whole row
 * @param problem what is wrong
 * @param found how many values stand in the cell; 1 unless there are several
 * @param detail what its sentence needs besides, or empty
 * @param country whose numbers serve as examples
 */
public record RejectLine(String file, long line, String employeeId, String name, String column, RowProblem problem,
		int found, String detail, Optional<Country> country) {
}
