package org.ssprprefill.explain;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RelativeTimeTests {

	private static final Instant NOW = Instant.parse("2026-11-25T07:00:00Z");

	@ParameterizedTest
	@CsvSource({ "PT0S, now", "PT59S, now", "PT1M, 1 minute ago", "PT119M, 119 minutes ago", "PT2H, 2 hours ago",
			"PT71H, 71 hours ago", "PT72H, 3 days ago", "P313D, 313 days ago" })
	void tellsAges(Duration age, String words) {
		assertThat(RelativeTime.of(NOW.minus(age), NOW)).isEqualTo(words);
	}

}
