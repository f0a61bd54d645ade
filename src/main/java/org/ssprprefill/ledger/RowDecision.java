package org.ssprprefill.ledger;

import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.match.WriteBlock;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.plan.Decision;

/**
 * What was decided about one staged row.
 *
 * @param file the file's name
 * @param row the row with all its problems
 * @param user the user it belongs to, where there is exactly one
 * @param decision matched or not
 * @param barrier why a matched person may not be written to
 * @param methods one decision a method; empty for rows that decide nothing
 */
public record RowDecision(String file, HrRow row, Optional<MatchedUser> user, MatchDecision decision,
		Optional<WriteBlock> barrier, Map<MethodKind, Decision> methods) {
}
