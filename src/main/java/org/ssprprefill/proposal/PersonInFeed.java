package org.ssprprefill.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.JoinedRows;
import org.ssprprefill.ledger.MatchedUser;
import org.ssprprefill.ledger.PersonRows;
import org.ssprprefill.ledger.PersonRows.StagedRow;
import org.ssprprefill.ledger.RowDecision;
import org.ssprprefill.match.WriteBlock;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.plan.Decision;

/**
 * A person of the feed whose rows are joined.
 */
final class PersonInFeed {

	private final PersonRows person;

	private final List<JoinedRows.Settled<ContactValue>> rows;

	PersonInFeed(PersonRows person) {
		this.person = person;
		this.rows = JoinedRows.join(person.rows()
			.stream()
			.map((staged) -> new JoinedRows.Row<>(staged.file(), staged.row().line(), staged.row().values(),
					staged.shared(), staged.row().problems()))
			.toList());
	}

	/** The user who may be written to, if there is one. */
	Optional<MatchedUser> writable() {
		return effective().isPresent() ? this.person.user().filter((user) -> barrier().isEmpty()) : Optional.empty();
	}

	/** The values of all rows together. */
	Map<MethodKind, ContactValue> values() {
		return effective().map(JoinedRows.Settled::values).orElse(Map.of());
	}

	private Optional<JoinedRows.Settled<ContactValue>> effective() {
		return this.rows.stream().filter(JoinedRows.Settled::stands).findFirst();
	}

	private Optional<WriteBlock> barrier() {
		return this.person.user().flatMap((user) -> user.standing().barrier());
	}

	/**
	 * What was decided about each row; only the row that stands for the person carries
	 * decisions about methods.
	 */
	List<RowDecision> decisions(Map<MethodKind, Decision> methods) {
		MatchDecision decision = barrier().map(WriteBlock::decision).orElse(this.person.choice());
		List<RowDecision> decisions = new ArrayList<>();
		for (int index = 0; index < this.rows.size(); index++) {
			JoinedRows.Settled<ContactValue> settled = this.rows.get(index);
			StagedRow staged = this.person.rows().get(index);
			decisions.add(new RowDecision(staged.file(), staged.row().with(settled.values(), settled.problems()),
					this.person.user(), decision, barrier(), settled.stands() ? methods : Map.of()));
		}
		return decisions;
	}

}
