package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.MissingNode;

import org.ssprprefill.simulator.RateLimit;
import org.ssprprefill.simulator.RateLimitState;
import org.ssprprefill.tenant.TenantUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ThrottleTests {

	private final FakeTime time = new FakeTime();

	private final Meter meter = new Meter();

	private Throttle throttle(int requestsPerSecond) {
		return new Throttle(new GraphSettings.Pace(requestsPerSecond, 2), this.time, this.meter);
	}

	private Duration timeFor(Throttle throttle, Family family, int times, int items) {
		Instant start = this.time.now();
		for (int i = 0; i < times; i++) {
			int left = items;
			while (left > 0) {
				left -= throttle.pass(family, left, (passage) -> accepted(passage));
			}
		}
		return Duration.between(start, this.time.now());
	}

	private static int accepted(Throttle.Passage passage) {
		for (int i = 0; i < passage.granted(); i++) {
			passage.answered(GraphResponse.answered(200, (header) -> null, MissingNode.getInstance()));
		}
		return passage.granted();
	}

	private void refused(Throttle throttle, Family family, String retryAfter) {
		throttle.pass(family, 1, (passage) -> {
			passage.answered(GraphResponse.answered(429, (header) -> header.equals("Retry-After") ? retryAfter : null,
					MissingNode.getInstance()));
			return passage;
		});
	}

	@Test
	void countsEveryItemOfBatchAsRequest() {
		assertThat(timeFor(throttle(10), Family.METHODS, 5, 20)).isBetween(Duration.ofMillis(9800),
				Duration.ofSeconds(10));
	}

	@Test
	void sendsNoMoreAtOnceThanASecondMayHold() {
		assertThat(throttle(10).<Integer>pass(Family.DIRECTORY, 20, Throttle.Passage::granted)).isEqualTo(10);
		assertThat(throttle(50).<Integer>pass(Family.DIRECTORY, 20, Throttle.Passage::granted)).isEqualTo(20);
	}

	@Test
	void fillsItsExchangesOnceMoreThanFiveRequestsHaveGoneWell() {
		Throttle throttle = throttle(1000);
		List<Integer> granted = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			granted.add(throttle.pass(Family.WRITES, 20, (passage) -> accepted(passage)));
		}
		assertThat(granted).containsExactly(2, 4, 20, 20, 20, 20);
	}

	@Test
	void keepsThePaceOfPlainRequests() {
		assertThat(timeFor(throttle(50), Family.DIRECTORY, 100, 1)).isBetween(Duration.ofMillis(1800),
				Duration.ofSeconds(2));
	}

	@Test
	void asksForReportsFiveTimesInTenSeconds() {
		Throttle throttle = throttle(1000);
		assertThat(timeFor(throttle, Family.REPORTS, 5, 1)).isLessThan(Duration.ofSeconds(1));
		assertThat(timeFor(throttle, Family.REPORTS, 5, 1)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
	}

	@Test
	void holdsOneFamilyBackAndNotTheOthers() {
		Throttle throttle = throttle(1000);
		refused(throttle, Family.METHODS, "30");
		assertThat(timeFor(throttle, Family.DIRECTORY, 1, 1)).isZero();
		assertThat(timeFor(throttle, Family.WRITES, 1, 1)).isEqualTo(Duration.ofSeconds(30));
		assertThat(timeFor(throttle, Family.METHODS, 1, 1)).isLessThan(Duration.ofSeconds(1));
		assertThat(this.meter.traffic().waitedMillis()).isEqualTo(30_000);
	}

	/**
	 * Sends so many requests to a tenant that bears so much, and says how long it took.
	 */
	private double secondsFor(Throttle throttle, Family family, RateLimit limit, int requests) {
		RateLimitState tenant = new RateLimitState(limit);
		Instant start = this.time.now();
		AtomicReference<Instant> promised = new AtomicReference<>(start);
		int left = requests;
		while (left > 0) {
			left -= throttle.pass(family, (family == Family.REPORTS) ? 1 : Math.min(left, 20), (passage) -> {
				assertThat(this.time.now()).as("early").isAfterOrEqualTo(promised.get());
				this.time.pause(Duration.ofMillis(50));
				List<Optional<String>> refusals = new ArrayList<>();
				for (int i = 0; i < passage.granted(); i++) {
					refusals.add(tenant.take(1, true, this.time.now()));
				}
				refusals.sort(Comparator.comparing(Optional::isPresent));
				refusals.forEach((refusal) -> {
					passage.answered(GraphResponse.answered(refusal.isPresent() ? 429 : 200,
							(header) -> refusal.orElse(null), MissingNode.getInstance()));
					refusal.map(Double::parseDouble)
						.map((told) -> this.time.now().plusMillis((long) (1000 * told)))
						.filter(promised.get()::isBefore)
						.ifPresent(promised::set);
				});
				return (int) refusals.stream().filter(Optional::isEmpty).count();
			});
		}
		return Duration.between(start, this.time.now()).toMillis() / 1000.0;
	}

	@Test
	void findsThePaceOfEachFamilyAndIsNeverEarly() {
		Throttle throttle = throttle(1000);
		RateLimit writes = RateLimit.of(RateLimit.Shape.BUCKET, 300, Duration.ofSeconds(15)).countingRefused();
		RateLimit readings = RateLimit.of(RateLimit.Shape.BUCKET, 3000, Duration.ofSeconds(30));
		RateLimit directory = RateLimit.of(RateLimit.Shape.BUCKET, 100_000, Duration.ofSeconds(10));
		assertThat(secondsFor(throttle, Family.WRITES, writes, 1300)).isBetween(48.0, 60.0);
		assertThat(secondsFor(throttle, Family.DIRECTORY, directory, 2000)).isLessThan(7);
		assertThat(secondsFor(throttle, Family.METHODS, readings, 9000)).isLessThan(75);
		assertThat(secondsFor(throttle, Family.REPORTS, directory, 10)).isBetween(10.0, 11.0);
		assertThat(secondsFor(throttle, Family.WRITES, writes, 1300)).isBetween(60.0, 70.0);
	}

	@Test
	void keepsNoWaitThatOutlastsTheNight() {
		Throttle throttle = throttle(1000);
		refused(throttle, Family.WRITES, "3600");
		assertThat(timeFor(throttle, Family.WRITES, 1, 1)).isEqualTo(Duration.ofHours(1));
		refused(throttle, Family.WRITES, "86400");
		assertThatExceptionOfType(TenantUnavailableException.class)
			.isThrownBy(() -> timeFor(throttle, Family.WRITES, 1, 1))
			.withMessageContaining("asks to wait 1440 minutes")
			.withMessageContaining("Start the same command again after that.");
		assertThat(timeFor(throttle, Family.DIRECTORY, 1, 1)).isZero();
	}

	@Test
	void letsNothingGoThatWaitedWhenTheProgramWasTold() {
		AtomicBoolean told = new AtomicBoolean();
		Waiting ending = new Waiting() {

			@Override
			public void pause(Duration length) {
				told.set(true);
				ThrottleTests.this.time.pause(length);
			}

			@Override
			public Instant now() {
				return ThrottleTests.this.time.now();
			}

			@Override
			public void goOn() {
				if (told.get()) {
					throw new TenantUnavailableException("Stopped on request");
				}
			}

		};
		Throttle throttle = new Throttle(new GraphSettings.Pace(1, 1), ending, this.meter);
		List<String> sent = new ArrayList<>();
		throttle.pass(Family.DIRECTORY, 1, (passage) -> sent.add("first"));
		assertThatExceptionOfType(TenantUnavailableException.class)
			.isThrownBy(() -> throttle.pass(Family.DIRECTORY, 1, (passage) -> sent.add("second")));
		told.set(false);
		this.time.pass(Duration.ofMinutes(1));
		throttle.pass(Family.DIRECTORY, 1, (passage) -> sent.add("third"));
		assertThat(sent).containsExactly("first", "third");
	}

	@Test
	void keepsTheLongestOfSeveralWaits() {
		Throttle throttle = throttle(1000);
		throttle.pass(Family.METHODS, 3, (passage) -> {
			for (String wait : new String[] { "2.5", "30", "4" }) {
				passage.answered(GraphResponse.answered(429, (header) -> header.equals("Retry-After") ? wait : null,
						MissingNode.getInstance()));
			}
			return passage;
		});
		assertThat(timeFor(throttle, Family.METHODS, 1, 1)).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void doublesItsWaitsUpToAMinute() {
		RetryBudget patience = new RetryBudget(this.time, Duration.ofHours(1));
		patience.attempted();
		assertThat(patience.backoff()).isBetween(Duration.ofMillis(500), Duration.ofMillis(626));
		patience.attempted();
		assertThat(patience.backoff()).isBetween(Duration.ofMillis(1000), Duration.ofMillis(1251));
		for (int i = 0; i < 20; i++) {
			patience.attempted();
		}
		assertThat(patience.backoff()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(76));
	}

	@Test
	void losesPatienceAfterTheTimeOrEightAttempts() {
		RetryBudget patience = new RetryBudget(this.time, Duration.ofMinutes(5));
		assertThat(patience.allows(Duration.ofMinutes(5))).isTrue();
		assertThat(patience.allows(Duration.ofMinutes(5).plusMillis(1))).isFalse();
		for (int i = 0; i < 8; i++) {
			assertThat(patience.allows(Duration.ZERO)).isTrue();
			patience.attempted();
		}
		assertThat(patience.allows(Duration.ZERO)).isFalse();
	}

}
