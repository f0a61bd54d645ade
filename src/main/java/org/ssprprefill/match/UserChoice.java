package org.ssprprefill.match;

import java.util.List;

import org.ssprprefill.contact.ObjectId;

/** Which user a row belongs to, out of the users that carry its key. */
public sealed interface UserChoice {

	/**
	 * The row belongs to this user.
	 *
	 * @param user the user's object id
	 */
	record One(ObjectId user) implements UserChoice {
	}

	/** No user carries the key. */
	record None() implements UserChoice {
	}

	/** More than one user could be meant. */
	record Several() implements UserChoice {
	}

	/**
	 * Chooses the only enabled user. An enabled user wins over any number of disabled
	 * ones, because an employee id often stays on a former account. A single disabled
	 * user is chosen too, and is then stopped by {@link Barrier#DISABLED}, so that the
	 * report can say why nothing was written; several disabled users remain several.
	 * @param candidates the users that carry the key, in any order; one named twice
	 * counts once
	 * @return the choice
	 */
	static UserChoice among(List<Candidate> candidates) {
		List<ObjectId> enabled = candidates.stream().filter(Candidate::enabled).map(Candidate::id).distinct().toList();
		if (!enabled.isEmpty()) {
			return onlyOneOf(enabled);
		}
		return onlyOneOf(candidates.stream().map(Candidate::id).distinct().toList());
	}

	private static UserChoice onlyOneOf(List<ObjectId> users) {
		return switch (users.size()) {
			case 0 -> new None();
			case 1 -> new One(users.get(0));
			default -> new Several();
		};
	}

}
