package org.ssprprefill.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.RowConflicts;
import org.ssprprefill.feed.RowProblem;
import org.ssprprefill.ledger.MatchedUser;
import org.ssprprefill.ledger.PersonRows;
import org.ssprprefill.ledger.PersonRows.StagedRow;
import org.ssprprefill.ledger.RowDecision;
import org.ssprprefill.match.Barrier;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.plan.Decision;

/**
 * A person of the feed whose rows are settled: duplicates and conflicts found, shared
 * values taken out.
 */
final class PersonInFeed {

	private final PersonRows person;

	private final List<HrRow> rows;

	PersonInFeed(PersonRows person) {
		this.person = person;
		List<HrRow> own = person.rows().stream().map(StagedRow::row).toList();
		List<HrRow> settled = RowConflicts.settle(own);
		this.rows = new ArrayList<>();
		for (int index = 0; index < settled.size(); index++) {
			this.rows.add(withoutShared(settled.get(index), person.rows().get(index)));
		}
	}

	private static HrRow withoutShared(HrRow row, StagedRow staged) {
		HrRow result = row;
		for (Map.Entry<MethodKind, String> shared : staged.shared().entrySet()) {
			RowProblem problem = shared.getKey().isPhone() ? RowProblem.PHONE_SHARED : RowProblem.EMAIL_SHARED;
			result = result.without(shared.getKey(), new HrRow.Problem(shared.getValue(), problem));
		}
		return result;
	}

	/** The user who may be written to, if there is one. */
	Optional<MatchedUser> writable() {
		return effective().isPresent() ? this.person.user().filter((user) -> barrier().isEmpty()) : Optional.empty();
	}

	/** The values of the one row that counts. */
	Map<MethodKind, ContactValue> values() {
		return effective().map(HrRow::values).orElse(Map.of());
	}

	private Optional<HrRow> effective() {
		return this.rows.stream().filter(PersonInFeed::counts).findFirst();
	}

	private static boolean counts(HrRow row) {
		return row.accepted()
				&& row.problems().stream().noneMatch((problem) -> problem.problem() == RowProblem.DUPLICATE_ROW);
	}

	private Optional<Barrier> barrier() {
		return this.person.user().flatMap((user) -> user.standing().barrier());
	}

	/**
	 * What was decided about each row; only the row that counts carries decisions about
	 * methods.
	 */
	List<RowDecision> decisions(Map<MethodKind, Decision> methods) {
		MatchDecision decision = barrier().map(Barrier::decision).orElse(this.person.choice());
		Optional<HrRow> effective = effective();
		List<RowDecision> decisions = new ArrayList<>();
		for (int index = 0; index < this.rows.size(); index++) {
			HrRow row = this.rows.get(index);
			boolean counts = effective.filter((one) -> one == row).isPresent();
			decisions.add(new RowDecision(this.person.rows().get(index).file(), row, this.person.user(), decision,
					barrier(), counts ? methods : Map.of()));
		}
		return decisions;
	}

}
