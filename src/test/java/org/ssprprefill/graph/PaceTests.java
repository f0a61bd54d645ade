package org.ssprprefill.graph;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.ssprprefill.graph.SimulatedHours.Figures;
import org.ssprprefill.simulator.RateLimit;
import org.ssprprefill.simulator.RateLimit.OtherApps;
import org.ssprprefill.simulator.RateLimit.Shape;
import org.ssprprefill.simulator.RetryAfterStyle;

import static org.assertj.core.api.Assertions.assertThat;

/** The control law against tenants that count in different ways, in simulated hours. */
class PaceTests {

	private static final RateLimit WRITES = RateLimit.of(Shape.BUCKET, 300, Duration.ofSeconds(15)).countingRefused();

	/** Every reading of a token bucket that a run of writes may meet. */
	static Stream<RateLimit> buckets() {
		return PaceMatrix.SIZES.stream()
			.filter((size) -> size.perSecond() == 20)
			.flatMap((size) -> PaceMatrix.rows(size, OtherApps.NONE).stream())
			.filter((limit) -> limit.shape() == Shape.BUCKET)
			.flatMap((limit) -> Stream.of(RetryAfterStyle.values()).map(limit::telling));
	}

	@ParameterizedTest
	@MethodSource("buckets")
	void usesABucketAndIsHardlyRefused(RateLimit limit) {
		PaceMatrix.Cell hour = PaceMatrix.hour(limit);
		assertThat(hour.reached()).as(hour.toString()).isTrue();
	}

	@ParameterizedTest
	@EnumSource(names = "CONSTANT", mode = EnumSource.Mode.EXCLUDE)
	void leavesOtherAppsTheirHalf(RetryAfterStyle style) {
		PaceMatrix.Cell hour = PaceMatrix.hour(WRITES.telling(style).sharedWith(new OtherApps(50, Duration.ZERO)));
		assertThat(hour.reached()).as(hour.toString()).isTrue();
	}

	/** 1,000 of them at 20 a second take 50 seconds. */
	@Test
	void writesWhatABurstLeftAtTheTenantsOwnPace() {
		SimulatedHours time = new SimulatedHours(WRITES).sendAll(1300);
		assertThat(time.now()).isLessThan(1.15 * 50);
		assertThat(time.figures().early()).isZero();
	}

	@Test
	void fillsItsBatchesWhereThePaceAllows() {
		SimulatedHours time = new SimulatedHours(WRITES).untilRefused().send(60);
		Figures before = time.figures();
		Figures hour = time.send(3600).figures().since(before);
		assertThat((double) (hour.accepted() + hour.refused()) / hour.exchanges()).isGreaterThan(18);
	}

	@ParameterizedTest
	@EnumSource
	void findsFiveInTenSecondsWithAFewRefusals(Shape shape) {
		RateLimit literal = RateLimit.of(shape, 5, Duration.ofSeconds(10)).countingRefused();
		assertThat(new SimulatedHours(literal).send(120).figures().refused()).isLessThanOrEqualTo(5);
	}

	/** Twelve people have 24 methods: 24 writes, and as many when they are read back. */
	@ParameterizedTest
	@CsvSource({ "BUCKET, 24, 38, 1.25", "BUCKET, 48, 86, 1.2", "SLIDING_WINDOW, 48, 90, 1.3",
			"FIXED_WINDOW, 48, 90, 1.3" })
	void writesToTwelvePeopleUnderFiveInTenSeconds(Shape shape, long requests, double budget, double times) {
		RateLimit literal = RateLimit.of(shape, 5, Duration.ofSeconds(10)).countingRefused();
		assertThat(new SimulatedHours(literal).sendAll(requests).now()).isLessThan(times * budget);
	}

	@Test
	void isAtFullSpeedAtOnceWhereTheLimitIsHigh() {
		Figures seen = new SimulatedHours(RateLimit.of(Shape.BUCKET, 100_000, Duration.ofSeconds(100))).send(10)
			.figures();
		assertThat(seen.refused()).isZero();
		assertThat(seen.accepted()).isGreaterThan(9_000);
	}

	@Test
	void recoversFromASingleHiccup() {
		RateController law = new RateController(1000, 0.5);
		law.refused(0, 0.1, 10);
		assertThat(law.readyAt(1, 0.1)).isEqualTo(10.1);
		assertThat(law.pace(10.1)).isLessThan(1);
		assertThat(law.pace(21.2)).isEqualTo(1000);
	}

	@Test
	void waitsLongerWhereToldWaitsProveTooShort() {
		RateController law = new RateController(1000, 0.5);
		double now = 0;
		for (double expected : new double[] { 2, 4, 8, 16 }) {
			law.refused(now, now, 2);
			assertThat(law.blockedUntil() - now).isEqualTo(expected);
			now = law.blockedUntil();
			assertThat(law.together(20, now)).isEqualTo(1);
		}
	}

	@Test
	void slowsDownBeforeTheLimitWhereTheTenantWarns() {
		RateController law = new RateController(50, 0.5);
		law.warned(0.85, 0);
		assertThat(law.pace(0)).isEqualTo(50);
		law.warned(1.25, 10);
		assertThat(law.pace(10)).isBetween(38.0, 40.0);
		law.warned(1.25, 10);
		assertThat(law.pace(10)).as("once in ten seconds").isBetween(38.0, 40.0);
	}

	@Test
	void doesNotTakeAnIdleHourForALimit() {
		RateController law = new RateController(1000, 0.5);
		law.refused(0, 0, 1);
		for (int second = 1; second < 20; second++) {
			law.sent(20, second);
			for (int i = 0; i < 20; i++) {
				law.accepted(second);
			}
		}
		law.idled(3600);
		law.refused(3620, 3620, 1);
		assertThat(law.pace(3621)).isGreaterThan(15);
	}

}
