package org.ssprprefill.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.ObjectId;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link UserChoice}. */
class UserChoiceTests {

	@Test
	void findsNobodyAmongNobody() {
		assertThat(UserChoice.among(List.of())).isEqualTo(new UserChoice.None());
	}

	@Test
	void takesTheOnlyEnabledUser() {
		assertThat(UserChoice.among(List.of(enabled("a")))).isEqualTo(one("a"));
	}

	@Test
	void prefersTheEnabledUserToFormerAccounts() {
		assertThat(UserChoice.among(List.of(disabled("old"), enabled("new"), disabled("older")))).isEqualTo(one("new"));
	}

	@Test
	void takesASingleDisabledUserSoThatTheBarrierIsNamed() {
		assertThat(UserChoice.among(List.of(disabled("a")))).isEqualTo(one("a"));
	}

	@Test
	void doesNotChooseBetweenEnabledUsers() {
		assertThat(UserChoice.among(List.of(enabled("a"), enabled("b")))).isEqualTo(new UserChoice.Several());
	}

	@Test
	void doesNotChooseBetweenDisabledUsers() {
		assertThat(UserChoice.among(List.of(disabled("a"), disabled("b")))).isEqualTo(new UserChoice.Several());
	}

	@Test
	void countsAUserNamedTwiceOnce() {
		assertThat(UserChoice.among(List.of(enabled("a"), enabled("A")))).isEqualTo(one("a"));
	}

	@Test
	void letsAKeyThatLeadsToAnotherUserContradict() {
		assertThat(UserChoice.among(List.of(enabled("a")), List.of(List.of(enabled("b")))))
			.isEqualTo(new UserChoice.Contradicted(new ObjectId("a")));
		assertThat(UserChoice.among(List.of(disabled("a")), List.of(List.of(enabled("b")))))
			.isEqualTo(new UserChoice.Contradicted(new ObjectId("a")));
	}

	@Test
	void isNotContradictedByFormerAccountsByNobodyNorByAKeyThatAlsoLeadsToTheUser() {
		assertThat(UserChoice.among(List.of(enabled("a")),
				List.of(List.of(), List.of(disabled("b")), List.of(enabled("b"), enabled("a")))))
			.isEqualTo(one("a"));
	}

	@Test
	void findsNobodyByOtherKeysThanTheDecidingOne() {
		assertThat(UserChoice.among(List.of(), List.of(List.of(enabled("b"))))).isEqualTo(new UserChoice.None());
	}

	@Property
	void choosesTheSameInAnyOrder(@ForAll List<Boolean> enabled, @ForAll long seed) {
		List<Candidate> candidates = new ArrayList<>();
		for (int i = 0; i < enabled.size(); i++) {
			candidates.add(new Candidate(new ObjectId("user-" + i), enabled.get(i)));
		}
		UserChoice choice = UserChoice.among(candidates);
		Collections.shuffle(candidates, new Random(seed));
		assertThat(UserChoice.among(candidates)).isEqualTo(choice);
	}

	private static UserChoice one(String id) {
		return new UserChoice.One(new ObjectId(id));
	}

	private static Candidate enabled(String id) {
		return new Candidate(new ObjectId(id), true);
	}

	private static Candidate disabled(String id) {
		return new Candidate(new ObjectId(id), false);
	}

}
