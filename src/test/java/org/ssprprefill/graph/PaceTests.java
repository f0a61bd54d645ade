package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The pace against tenants that count in different ways, in hours that take no time. */
class PaceTests {

	private static final Duration LATENCY = Duration.ofMillis(120);

	private final FakeTime time = new FakeTime();

	private final Throttle throttle = new Throttle(new GraphSettings.Pace(1000, 8), this.time, new Meter());

	private long accepted;

	private long refused;

	private long early;

	private Instant promised = Instant.MIN;

	/** Says how long to wait, or nothing where it accepts. */
	private interface Limit {

		String refuses(Instant now);

	}

	/** So many in any stretch of that length; refused ones do not count. */
	private static Limit window(int most, Duration length, Function<Duration, String> tells) {
		Deque<Instant> recent = new ArrayDeque<>();
		return (now) -> {
			while (!recent.isEmpty() && !recent.getFirst().plus(length).isAfter(now)) {
				recent.removeFirst();
			}
			if (recent.size() == most) {
				return tells.apply(Duration.between(now, recent.getFirst().plus(length)));
			}
			recent.addLast(now);
			return null;
		};
	}

	/** A bucket of that depth which fills at that many a second. */
	private Limit bucket(double depth, double perSecond) {
		double[] held = { depth };
		Instant[] last = { this.time.now() };
		return (now) -> {
			held[0] = Math.min(depth, held[0] + perSecond * Duration.between(last[0], now).toNanos() / 1e9);
			last[0] = now;
			if (held[0] < 1) {
				return "10";
			}
			held[0]--;
			return null;
		};
	}

	private void send(Limit limit, Family family, Duration length) {
		Instant end = this.time.now().plus(length);
		while (this.time.now().isBefore(end)) {
			this.throttle.pass(family, 20, (passage) -> {
				this.early += this.time.now().isBefore(this.promised) ? 1 : 0;
				this.time.pass(LATENCY);
				Stream.generate(() -> answer(limit))
					.limit(passage.granted())
					.sorted(Comparator.comparing(Reply::isThrottled))
					.forEach(passage::answered);
				return passage;
			});
		}
	}

	private Reply answer(Limit limit) {
		this.time.pass(Duration.ofMillis(2));
		String wait = limit.refuses(this.time.now());
		if (wait == null) {
			this.accepted++;
			return Reply.answered(200, (header) -> null, MissingNode.getInstance());
		}
		this.refused++;
		if (!wait.isEmpty()) {
			this.promised = this.time.now().plusMillis((long) (Double.parseDouble(wait) * 1000));
		}
		return Reply.answered(429, (header) -> (header.equals("Retry-After") && !wait.isEmpty()) ? wait : null,
				MissingNode.getInstance());
	}

	private void steadily(Limit limit, Family family, double allowed, double share) {
		send(limit, family, Duration.ofMinutes(40));
		this.accepted = 0;
		this.refused = 0;
		send(limit, family, Duration.ofHours(1));
		assertThat(this.accepted / 3600.0 / allowed).as("share of the budget").isBetween(share, 1.01);
		assertThat((double) this.refused / (this.accepted + this.refused)).as("share refused").isLessThan(0.02);
		assertThat(this.early).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "10, 0.95", "rest, 0.95", "'', 0.9" })
	void findsFiveInTenSecondsWhateverTheTenantTells(String tells, double share) {
		steadily(window(5, Duration.ofSeconds(10), (rest) -> said(tells, rest)), Family.METHODS, 0.5, share);
	}

	private static String said(String tells, Duration rest) {
		return tells.equals("rest") ? String.valueOf(rest.toMillis() / 1000.0) : tells;
	}

	/** Every refusal while it looks for a limit is one that other programs see, too. */
	@ParameterizedTest
	@CsvSource({ "10, METHODS, 4, 50", "10, WRITES, 4, 50", "rest, METHODS, 4, 50", "'', METHODS, 20, 35" })
	void findsAVeryLowLimitWithAFewRefusals(String tells, Family family, long most, long least) {
		Limit limit = window(5, Duration.ofSeconds(10), (rest) -> said(tells, rest));
		send(limit, family, Duration.ofMinutes(2));
		assertThat(this.refused).as("refused").isLessThanOrEqualTo(most);
		assertThat(this.accepted).as("of 60 that it might have sent").isGreaterThanOrEqualTo(least);
	}

	@ParameterizedTest
	@CsvSource({ "METHODS", "WRITES" })
	void isAtFullSpeedWithinASecondWhereTheLimitIsHigh(Family family) {
		Limit limit = bucket(8000, 800);
		send(limit, family, Duration.ofSeconds(1));
		assertThat(this.accepted).as("sent in the first second").isGreaterThanOrEqualTo(60);
		this.accepted = 0;
		send(limit, family, Duration.ofSeconds(10));
		assertThat(this.accepted / 10.0).as("a second, of 125 one after another").isGreaterThan(120);
		assertThat(this.refused).isZero();
	}

	@Test
	void findsTheWritesOfABucketThatHoldsTwoMinutesAndAHalf() {
		steadily(bucket(3000, 20), Family.WRITES, 20, 0.95);
	}

	@Test
	void findsTheWritesOfAWindow() {
		steadily(window(3000, Duration.ofSeconds(150), (rest) -> "10"), Family.WRITES, 20, 0.95);
	}

	@Test
	void reachesEightHundredUnitsASecond() {
		steadily(bucket(8000, 100), Family.METHODS, 100, 0.95);
	}

	@Test
	void doesNotSlowDownForRefusalsThatHaveNothingToDoWithThePace() {
		Random dice = new Random(7);
		send((now) -> (dice.nextInt(5) == 0) ? "1" : null, Family.WRITES, Duration.ofMinutes(20));
		assertThat(this.accepted / 1200.0).isGreaterThan(3);
		assertThat(this.early).isZero();
	}

	@Test
	void recoversFromASingleHiccup() {
		boolean[] struck = { false };
		Limit hiccup = (now) -> struck[0] ? null : "10";
		send(hiccup, Family.METHODS, Duration.ofMillis(100));
		struck[0] = true;
		send(hiccup, Family.METHODS, Duration.ofMinutes(2));
		assertThat(this.accepted).isGreaterThan(100 * 20);
	}

	@Test
	void slowsDownBeforeTheLimitWhereTheTenantWarns() {
		Rate rate = new Rate(50, this.time.now());
		rate.warned(0.85, this.time.now());
		assertThat(rate.at(this.time.now())).isEqualTo(50);
		this.time.pass(Duration.ofSeconds(10));
		rate.warned(1.25, this.time.now());
		assertThat(rate.at(this.time.now())).isBetween(38.0, 40.0);
		rate.warned(1.25, this.time.now());
		assertThat(rate.at(this.time.now())).as("once in ten seconds").isBetween(38.0, 40.0);
	}

	@Test
	void doesNotTakeAnIdleHourForALimit() {
		Limit once = (now) -> (this.accepted % 40 == 39) ? "2" : null;
		for (int i = 0; i < 4; i++) {
			send(once, Family.WRITES, Duration.ofMillis(50));
			this.time.pass(Duration.ofHours(1));
			this.accepted++;
		}
		Instant start = this.time.now();
		this.throttle.pass(Family.WRITES, 20, Throttle.Passage::granted);
		this.throttle.pass(Family.WRITES, 20, Throttle.Passage::granted);
		assertThat(Duration.between(start, this.time.now())).isLessThan(Duration.ofSeconds(5));
	}

}
