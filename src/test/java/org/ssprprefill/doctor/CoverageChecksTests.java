package org.ssprprefill.doctor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CoverageChecksTests {

	@Test
	void warnsOfSubscriptionsThatAreEnding() {
		Check check = CoverageChecks.subscriptions(List.of("Microsoft 365 E3 (Warning)"), List.of(), 12);
		assertThat(check.status()).isEqualTo(Check.Status.WARN);
		assertThat(check.detail().inEnglish()).contains("About to end: Microsoft 365 E3", "12 people",
				"count until then");
		assertThat(CoverageChecks.subscriptions(List.of(), List.of(), 1).status()).isEqualTo(Check.Status.WARN);
	}

	@Test
	void failsWhereLicencesDoNotCountAnyMore() {
		Check check = CoverageChecks.subscriptions(List.of("A (Warning)"), List.of("B (Suspended)"), 0);
		assertThat(check.status()).isEqualTo(Check.Status.FAIL);
		assertThat(check.forbidsWriting()).isFalse();
		assertThat(check.detail().inEnglish()).contains("do not count: B (Suspended)", "About to end: A");
	}

	@Test
	void isContentWithSubscriptionsInForce() {
		assertThat(CoverageChecks.subscriptions(List.of(), List.of(), 0).status()).isEqualTo(Check.Status.PASS);
		assertThat(CoverageChecks.subscriptionsUnknown().skippedBecause()).contains(Skip.DEPENDS_ON_ANOTHER);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, SKIPPED", "10, 10, PASS", "10, 9, PASS", "10, 8, WARN", "10, 5, WARN", "10, 4, FAIL",
			"1, 0, FAIL" })
	void isLoudWhereMicrosoftCountsFew(long confirmed, long registered, Check.Status status) {
		Check check = CoverageChecks.effectiveness(confirmed, registered);
		assertThat(check.status()).isEqualTo(status);
		assertThat(check.remedy().isPresent()).isEqualTo(status != Check.Status.PASS);
		assertThat(check.forbidsWriting()).isFalse();
	}

	@Test
	void saysWhatTheEndOfSmsAndVoiceCosts() {
		String first = "2027-02-01";
		String second = "2027-03";
		assertThat(CoverageChecks.endings(Map.of(), 0).status()).isEqualTo(Check.Status.PASS);
		assertThat(CoverageChecks.endings(Map.of(first, 0L), 0).status()).isEqualTo(Check.Status.PASS);
		assertThat(CoverageChecks.endings(new TreeMap<>(Map.of(first, 3L, second, 1L)), 3).detail().inEnglish())
			.startsWith("4 people who can reset today will")
			.contains("(2027-02-01: 3, 2027-03: 1)", "would save 3 of them");
		assertThat(CoverageChecks.endings(Map.of(first, 1L), 0).detail().inEnglish()).startsWith("1 person who can");
	}

	@Test
	void warnsOfPhonesThatLeadToADemandForAPasskey() {
		Optional<LocalDate> end = Optional.of(LocalDate.of(2027, 2, 1));
		assertThat(CoverageChecks.phoneOnly(0, 0, end).status()).isEqualTo(Check.Status.PASS);
		assertThat(CoverageChecks.phoneOnly(2, 0, Optional.empty()).status()).isEqualTo(Check.Status.PASS);
		assertThat(CoverageChecks.phoneOnly(2, 5, end)).satisfies((check) -> {
			assertThat(check.status()).isEqualTo(Check.Status.WARN);
			assertThat(check.detail().inEnglish()).contains("a reset 2", "signing in 5", "From 2027-02-01");
			assertThat(check.remedy())
				.hasValueSatisfying((remedy) -> assertThat(remedy.inEnglish()).contains("methods.mobile off"));
		});
	}

	@Test
	void showsBothSourcesWhereMicrosoftsPagesDisagree() {
		assertThat(CoverageChecks.office365(0, "true").status()).isEqualTo(Check.Status.PASS);
		assertThat(CoverageChecks.office365(7, "unknown").detail().inEnglish()).contains("7 cloud-only",
				"fundamentals/licensing", "concept-sspr-licensing", "says: unknown");
	}

}
