package org.ssprprefill.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was to be changed.
 *
 * @param hash the plan's fingerprint; empty without a plan
 * @param add methods to register, where none is
 * @param update methods to change
 * @param none how often nothing was to be done, by the reason's stable word
 * @param people how many people have at least one change
 * @param limits each limit with the plan's value
 */
public record PlanSection(Optional<String> hash, MethodCounts add, MethodCounts update, Map<String, Integer> none,
		int people, List<LimitLine> limits) {

	/** No plan was made. */
	public static final PlanSection NONE = new PlanSection(Optional.empty(), MethodCounts.NONE, MethodCounts.NONE,
			Map.of(), 0, List.of());

	/** Keeps copies of the collections. */
	public PlanSection {
		none = Map.copyOf(none);
		limits = List.copyOf(limits);
	}

	/**
	 * How many writes the plan asks for.
	 * @return adds and updates of all methods
	 */
	public int changes() {
		return this.add.total() + this.update.total();
	}

	/**
	 * One limit and how the plan stands to it.
	 *
	 * @param name the key of the job definition, for example {@code changes-percent}
	 * @param value what the plan has
	 * @param allowed what the job definition allows
	 * @param exceeded whether the run is held for it
	 */
	public record LimitLine(String name, double value, double allowed, boolean exceeded) {

		/** Refuses values that are not numbers. */
		public LimitLine {
			Figures.requireFinite(name, value);
			Figures.requireFinite(name, allowed);
		}

	}

}
