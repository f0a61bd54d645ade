package org.ssprprefill.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.RowProblem;
import org.ssprprefill.match.WriteBlock;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.match.WriteEligibility;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.tenant.EntraUser.UserType;

/** HR rows and the people they belong to. */
public final class Rows {

	private Rows() {
	}

	/**
	 * A row with one mobile phone.
	 * @param number the record's number; its line is one more
	 * @param value which number
	 * @param problems what is wrong with it
	 * @return the row
	 */
	public static HrRow mobile(long number, int value, RowProblem... problems) {
		return row(number, Map.of(MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, value)), problems);
	}

	/**
	 * A row.
	 * @param number the record's number; its line is one more
	 * @param values its values
	 * @param problems what is wrong with it
	 * @return the row
	 */
	public static HrRow row(long number, Map<MethodKind, ContactValue> values, RowProblem... problems) {
		return new HrRow(number, number + 1, Optional.of(new EmployeeId("E" + number)), Optional.empty(),
				Optional.empty(), Optional.empty(), Optional.of("Kim"), Optional.of("Sales"), Optional.empty(), values,
				List.of(problems).stream().map((problem) -> new HrRow.Problem("Mobiel", problem)).toList());
	}

	/**
	 * Somebody who may be written to.
	 * @param id the object id
	 * @return the user, in no report, with nothing written
	 */
	public static MatchedUser user(String id) {
		return user(id, false);
	}

	/**
	 * Somebody.
	 * @param id the object id
	 * @param excluded whether the scope excludes the person
	 * @return the user
	 */
	public static MatchedUser user(String id, boolean excluded) {
		return new MatchedUser(
				new ObjectId(id), id + "@contoso.com", Optional.of("E-" + id), new WriteEligibility(true,
						UserType.MEMBER, false, false, Optional.empty(), false, true, excluded, true),
				Optional.empty(), Set.of(), Map.of(), Map.of());
	}

	/**
	 * What was decided about a row of a matched user.
	 * @param row the row
	 * @param user the user
	 * @param methods the decisions
	 * @return the decision
	 */
	public static RowDecision matched(HrRow row, MatchedUser user, Map<MethodKind, Decision> methods) {
		Optional<WriteBlock> barrier = user.standing().barrier();
		return new RowDecision("hr.csv", row, Optional.of(user),
				barrier.map(WriteBlock::decision).orElse(MatchDecision.MATCHED), barrier, methods);
	}

}
