package org.ssprprefill.ledger;

import java.util.List;
import java.util.Optional;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.match.WriteBlock;
import org.ssprprefill.match.MatchDecision;

/**
 * A person whose changes a kept plan holds.
 *
 * @param id the object id
 * @param user the user in tonight's snapshot; nothing where the user is gone
 * @param match whether HR's rows still lead to this user, as far as is known by what they
 * were matched: {@code MATCHED}, {@code AMBIGUOUS} or {@code UNMATCHED}
 * @param changes the kept changes
 */
public record PlannedPerson(ObjectId id, Optional<MatchedUser> user, MatchDecision match, List<ChangeEntry> changes) {

	/**
	 * What HR's rows of this person come to by now.
	 * @return {@code MATCHED} only for a person who may be written to
	 */
	public MatchDecision decision() {
		if (this.user.isEmpty()) {
			return MatchDecision.UNMATCHED;
		}
		return barrier().map(WriteBlock::decision).orElse(this.match);
	}

	/**
	 * Why the person may not be written to any more.
	 * @return the barrier; nothing for a person who may be written to, or is gone
	 */
	public Optional<WriteBlock> barrier() {
		return this.user.flatMap((found) -> found.standing().barrier());
	}

}
