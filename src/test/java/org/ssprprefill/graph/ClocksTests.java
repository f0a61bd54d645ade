package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClocksTests {

	/** It is one o'clock here. */
	private final Clocks clocks = new Clocks(new FakeTime());

	@ParameterizedTest
	@CsvSource({ "'Sun, 22 Nov 2026 01:00:07 GMT', 7", "'Sun, 22 Nov 2026 00:50:00 GMT', -600" })
	void comparesWithTheTimeOfAnAnswer(String date, long seconds) {
		this.clocks.compare(date);
		assertThat(this.clocks.ahead()).contains(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "Mon, 22 Nov 2026 01:00:00 GMT", "2026-11-22T01:00:00Z" })
	void learnsNothingFromAnOddDate(String date) {
		this.clocks.compare(date);
		assertThat(this.clocks.ahead()).isEmpty();
	}

	@Test
	void remembersTheLastAnswerThatToldTheTime() {
		this.clocks.compare("Sun, 22 Nov 2026 01:00:07 GMT");
		this.clocks.compare(null);
		assertThat(this.clocks.ahead()).isPresent();
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 1 })
	void measuresWaitsByAClockThatNobodySets(int hours) {
		AtomicReference<Instant> shown = new AtomicReference<>(Instant.parse("2026-10-25T00:59:59Z"));
		RealTime time = new RealTime(shown::get);
		Instant before = time.now();
		shown.updateAndGet((then) -> then.plus(Duration.ofHours(hours)));
		assertThat(Duration.between(before, time.now())).isBetween(Duration.ZERO, Duration.ofMinutes(10));
		assertThat(time.clock()).isEqualTo(shown.get());
	}

}
