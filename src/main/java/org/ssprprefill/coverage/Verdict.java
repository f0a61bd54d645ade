package org.ssprprefill.coverage;

import java.util.List;
import java.util.Optional;

/**
 * Whether one person can reset the password, and what it rests on.
 *
 * @param canReset the answer for today
 * @param gap the first condition known to fail, or {@code not-measurable}; nothing when
 * the answer is yes
 * @param later the answer after each ending of the timeline, in its order
 * @param conditions today's conditions, in the order of {@link Gap}
 */
public record Verdict(Ruling canReset, Optional<Gap> gap, List<Ruling> later, List<Condition> conditions) {

	/** Keeps copies of the lists. */
	public Verdict {
		later = List.copyOf(later);
		conditions = List.copyOf(conditions);
	}

	/**
	 * Whether a condition is known to fail, be it the first that does or not.
	 * @param condition the condition's id
	 * @return {@code true} for a no
	 */
	public boolean fails(String condition) {
		return this.conditions.stream().anyMatch((one) -> one.id().equals(condition) && one.answer() == Ruling.NO);
	}

	/**
	 * The answer after the last announced ending.
	 * @return today's where nothing ends
	 */
	public Ruling canReset2027() {
		return this.later.isEmpty() ? this.canReset : this.later.get(this.later.size() - 1);
	}

}
