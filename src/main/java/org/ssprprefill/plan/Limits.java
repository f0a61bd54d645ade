package org.ssprprefill.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The limits above which a plan waits for a person. */
public final class Limits {

	private Limits() {
	}

	/**
	 * Holds a plan against every limit.
	 * @param size the plan's figures
	 * @param settings what is allowed
	 * @return always the same four results, in the order of the job definition; percent
	 * of nothing is 0
	 */
	public static List<LimitResult> check(PlanSize size, LimitSettings settings) {
		return List.of(result("changes", size.changes(), settings.changes()),
				result("changes-percent", percent(size.changes(), size.matchedPeople()), settings.changesPercent()),
				result("rejected-percent", percent(size.rejectedRows(), size.rows()), settings.rejectedPercent()),
				result("feed-shrink-percent", shrinkPercent(size), settings.feedShrinkPercent()));
	}

	private static double shrinkPercent(PlanSize size) {
		long before = size.lastAcceptedRows().orElse(0);
		return size.newFeed() ? percent(Math.max(0, before - size.rows()), before) : 0;
	}

	private static LimitResult result(String name, double value, int allowed) {
		return new LimitResult(name, value, allowed, value > allowed);
	}

	private static double percent(long part, long whole) {
		if (whole == 0) {
			return 0;
		}
		return BigDecimal.valueOf(part)
			.movePointRight(2)
			.divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
			.doubleValue();
	}

}
