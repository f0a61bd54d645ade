package org.ssprprefill.schedule;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClockChangeTests {

	private static final Instant NOVEMBER = Instant.parse("2026-11-25T12:00:00Z");

	@ParameterizedTest
	@CsvSource({ "02:00, 2027-03-28, never", "02:59, 2027-03-28, never" })
	void warnsOfATimeThatDoesNotComeInSpring(LocalTime at, String day, String how) {
		assertThat(ClockChange.warning(at, ZoneId.of("Europe/Amsterdam"), NOVEMBER))
			.hasValueSatisfying((warning) -> assertThat(warning).contains(day, at.toString(), how));
	}

	@Test
	void warnsOfATimeThatComesTwiceInAutumn() {
		assertThat(ClockChange.warning(LocalTime.of(2, 30), ZoneId.of("Europe/Amsterdam"),
				Instant.parse("2027-06-01T12:00:00Z")))
			.hasValueSatisfying((warning) -> assertThat(warning).contains("2027-10-31", "twice"));
	}

	@ParameterizedTest
	@CsvSource({ "01:59, Europe/Amsterdam", "03:00, Europe/Amsterdam", "02:30, UTC", "02:30, Asia/Tokyo" })
	void staysSilentWhereEveryNightHasThatTimeOnce(LocalTime at, String zone) {
		assertThat(ClockChange.warning(at, ZoneId.of(zone), NOVEMBER)).isEmpty();
	}

}
