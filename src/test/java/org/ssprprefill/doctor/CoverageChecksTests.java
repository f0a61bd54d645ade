package org.ssprprefill.doctor;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CoverageChecksTests {

	@Test
	void warnsOfSubscriptionsThatAreEnding() {
		Check check = CoverageChecks.subscriptions(List.of("Microsoft 365 E3 (Warning)"), List.of(), 12);
		assertThat(check.status()).isEqualTo(Check.Status.WARN);
		assertThat(check.detail()).contains("About to end: Microsoft 365 E3", "12 people", "count until then");
		assertThat(CoverageChecks.subscriptions(List.of(), List.of(), 1).status()).isEqualTo(Check.Status.WARN);
	}

	@Test
	void failsWhereLicencesDoNotCountAnyMore() {
		Check check = CoverageChecks.subscriptions(List.of("A (Warning)"), List.of("B (Suspended)"), 0);
		assertThat(check.status()).isEqualTo(Check.Status.FAIL);
		assertThat(check.forbidsWriting()).isFalse();
		assertThat(check.detail()).contains("do not count: B (Suspended)", "About to end: A");
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
		assertThat(CoverageChecks.february2027(0, 0).status()).isEqualTo(Check.Status.PASS);
		assertThat(CoverageChecks.february2027(4, 3).detail()).startsWith("4 people who can reset today will not")
			.endsWith("would save 3 of them.");
		assertThat(CoverageChecks.february2027(1, 0).detail()).startsWith("1 person who can");
	}

}
