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
		return List.of(
				new LimitResult("changes", size.changes(), settings.changes(), size.changes() > settings.changes()),
				percent("changes-percent", size.changes(), size.matchedPeople(), settings.changesPercent()),
				percent("rejected-percent", size.rejectedRows(), size.rows(), settings.rejectedPercent()),
				percent("feed-shrink-percent", lostPeople(size), size.lastAcceptedPeople().orElse(0),
						settings.feedShrinkPercent()));
	}

	private static long lostPeople(PlanSize size) {
		long before = size.lastAcceptedPeople().orElse(0);
		return Math.max(0, before - size.people().orElse(before));
	}

	/** Held for the exact share: the figure is rounded for people, and never to it. */
	private static LimitResult percent(String name, long part, long whole, int allowed) {
		boolean exceeded = whole > 0 && 100 * part > allowed * whole;
		double rounded = percent(part, whole, RoundingMode.HALF_UP);
		double value = (exceeded && rounded <= allowed) ? percent(part, whole, RoundingMode.UP) : rounded;
		return new LimitResult(name, value, allowed, exceeded);
	}

	private static double percent(long part, long whole, RoundingMode rounding) {
		if (whole == 0) {
			return 0;
		}
		return BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 2, rounding).doubleValue();
	}

}
