package org.ssprprefill.ledger;

import java.util.List;
import java.util.Optional;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.match.Barrier;

/**
 * A person whose changes a kept plan holds.
 *
 * @param id the object id
 * @param user the user in tonight's snapshot; nothing where the user is gone
 * @param changes the kept changes
 */
public record PlannedPerson(ObjectId id, Optional<MatchedUser> user, List<ChangeEntry> changes) {

	/**
	 * Why the person may not be written to any more.
	 * @return the barrier; nothing for a person who may be written to, or is gone
	 */
	public Optional<Barrier> barrier() {
		return this.user.flatMap((found) -> found.standing().barrier());
	}

}
