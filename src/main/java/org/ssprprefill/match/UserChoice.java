package org.ssprprefill.match;

import java.util.Collection;
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
	 * The row's keys lead to different users.
	 *
	 * @param user whom the deciding key means
	 */
	record Contradicted(ObjectId user) implements UserChoice {
	}

	/**
	 * Chooses by the deciding key, and lets every other key of the row contradict. A key
	 * that leads to no user contradicts nothing, and former accounts, which are disabled,
	 * do not either.
	 * @param deciding the users that carry the deciding key
	 * @param byKey the users that carry each key of the row
	 * @return the choice
	 */
	static UserChoice among(List<Candidate> deciding, Collection<List<Candidate>> byKey) {
		UserChoice choice = among(deciding);
		if (choice instanceof One one && byKey.stream().anyMatch((users) -> leadsElsewhere(users, one.user()))) {
			return new Contradicted(one.user());
		}
		return choice;
	}

	private static boolean leadsElsewhere(List<Candidate> users, ObjectId chosen) {
		return users.stream().noneMatch((user) -> user.id().equals(chosen))
				&& users.stream().anyMatch(Candidate::enabled);
	}

	/**
	 * Chooses the only enabled user. An enabled user wins over any number of disabled
	 * ones, because an employee id often stays on a former account. A single disabled
	 * user is chosen too, and is then stopped by {@link WriteBlock#DISABLED}, so that the
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
