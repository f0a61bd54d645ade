package org.ssprprefill.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.match.MatchDecision;

/**
 * All rows of one person, with the user they belong to.
 *
 * @param person the key that the rows share
 * @param choice matched, unmatched or ambiguous
 * @param user the user, where there is exactly one
 * @param rows the rows, in the order of files and lines
 */
public record PersonRows(String person, MatchDecision choice, Optional<MatchedUser> user, List<StagedRow> rows) {

	/**
	 * A staged row.
	 *
	 * @param file the file's name
	 * @param row the row
	 * @param shared the methods whose value more people share than allowed, each with
	 * HR's own header of its column
	 */
	public record StagedRow(String file, HrRow row, Map<MethodKind, String> shared) {
	}

}
