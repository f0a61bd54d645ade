package org.ssprprefill.match;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.EntraUser;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link WriteEligibility}. */
class WriteEligibilityTests {

	@Test
	void letsAnOrdinaryMemberBeWrittenTo() {
		assertThat(standing("").barrier()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "role, admin-role, PROTECTED", "eligible, admin-eligible, PROTECTED",
			"through-group, admin-through-group, PROTECTED", "reported, admin-reported, PROTECTED",
			"unreadable, roles-unreadable, PROTECTED", "excluded, excluded, PROTECTED", "guest, guest, OUT_OF_SCOPE",
			"disabled, disabled, OUT_OF_SCOPE", "restricted, restricted-unit, PROTECTED",
			"resource, resource-account, OUT_OF_SCOPE", "external, external, OUT_OF_SCOPE",
			"outside, not-in-group, OUT_OF_SCOPE" })
	void namesEachBarrier(String fact, String word, MatchDecision decision) {
		WriteBlock barrier = standing(fact).barrier().orElseThrow();
		assertThat(barrier.word()).isEqualTo(word);
		assertThat(barrier.decision()).isEqualTo(decision);
	}

	@ParameterizedTest
	@CsvSource({ "role unreadable guest, admin-role", "external role excluded, external",
			"through-group reported, admin-through-group", "unreadable excluded guest, roles-unreadable",
			"reported unreadable, admin-reported", "excluded guest disabled, excluded",
			"guest disabled restricted, guest", "disabled restricted resource, disabled",
			"restricted resource outside, restricted-unit", "resource outside, resource-account" })
	void namesTheFirstOfSeveralBarriers(String facts, String word) {
		assertThat(standing(facts).barrier().map(WriteBlock::word)).contains(word);
	}

	private static EntraUser.UserType type(List<String> given) {
		if (given.contains("guest")) {
			return EntraUser.UserType.GUEST;
		}
		return given.contains("external") ? EntraUser.UserType.EXTERNAL : EntraUser.UserType.MEMBER;
	}

	private static WriteEligibility standing(String facts) {
		List<String> given = List.of(facts.split(" "));
		Optional<Administrators.Hold> hold = Optional.empty();
		if (given.contains("role")) {
			hold = Optional.of(Administrators.Hold.ROLE);
		}
		else if (given.contains("eligible")) {
			hold = Optional.of(Administrators.Hold.ELIGIBLE);
		}
		else if (given.contains("through-group")) {
			hold = Optional.of(Administrators.Hold.THROUGH_GROUP);
		}
		return new WriteEligibility(!given.contains("disabled"), type(given), given.contains("restricted"),
				given.contains("resource"), hold, given.contains("reported"), !given.contains("unreadable"),
				given.contains("excluded"), !given.contains("outside"));
	}

}
