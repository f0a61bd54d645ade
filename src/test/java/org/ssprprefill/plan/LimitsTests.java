package org.ssprprefill.plan;

import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Limits}. */
class LimitsTests {

	private static final LimitSettings SETTINGS = new LimitSettings(500, 20, 10, 20, 1, 1);

	@Test
	void alwaysGivesTheSameFourResults() {
		List<LimitResult> results = Limits.check(new PlanSize(0, 0, 0, 0, OptionalLong.empty(), OptionalLong.empty()),
				SETTINGS);
		assertThat(results).containsExactly(new LimitResult("changes", 0, 500, false),
				new LimitResult("changes-percent", 0, 20, false), new LimitResult("rejected-percent", 0, 10, false),
				new LimitResult("feed-shrink-percent", 0, 20, false));
	}

	@Test
	void letsExactlyTheLimitPass() {
		PlanSize size = new PlanSize(500, 2500, 1000, 100, OptionalLong.of(1000), OptionalLong.of(1250));
		assertThat(Limits.check(size, SETTINGS)).extracting(LimitResult::value)
			.containsExactly(500.0, 20.0, 10.0, 20.0);
		assertThat(Limits.check(size, SETTINGS)).noneMatch(LimitResult::exceeded);
	}

	@Test
	void holdsWhatIsAboveEachLimit() {
		PlanSize size = new PlanSize(501, 2500, 1000, 101, OptionalLong.of(1000), OptionalLong.of(1260));
		assertThat(Limits.check(size, SETTINGS)).extracting(LimitResult::value)
			.containsExactly(501.0, 20.04, 10.1, 20.63);
		assertThat(Limits.check(size, SETTINGS)).allMatch(LimitResult::exceeded);
	}

	@Test
	void holdsWhatIsAboveALimitByLessThanTheFigureShows() {
		PlanSize size = new PlanSize(200_001, 1_000_000, 1_000_000, 100_001, OptionalLong.of(1_000_000),
				OptionalLong.of(1_250_001));
		LimitSettings settings = new LimitSettings(1_000_000, 20, 10, 20, 1, 1);
		assertThat(Limits.check(size, settings).subList(1, 4)).allMatch(LimitResult::exceeded)
			.extracting(LimitResult::value)
			.containsExactly(20.01, 10.01, 20.01);
	}

	@Test
	void takesMoreThanOneChangeAPerson() {
		PlanSize size = new PlanSize(4, 2, 2, 0, OptionalLong.of(2), OptionalLong.empty());
		assertThat(Limits.check(size, SETTINGS).get(1)).isEqualTo(new LimitResult("changes-percent", 200, 20, true));
	}

	@Test
	void knowsNoShrinkingWhereTheFeedGrewOrIsNotNew() {
		PlanSize grown = new PlanSize(0, 10, 20, 0, OptionalLong.of(20), OptionalLong.of(10));
		PlanSize none = new PlanSize(0, 0, 0, 0, OptionalLong.empty(), OptionalLong.of(10));
		assertThat(Limits.check(grown, SETTINGS).get(3).value()).isZero();
		assertThat(Limits.check(none, SETTINGS).get(3).value()).isZero();
	}

}
