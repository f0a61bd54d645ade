package org.ssprprefill.report;

import java.util.Locale;

/**
 * One step of the run.
 *
 * @param name the step's name
 * @param seconds how long it took
 * @param items how many items it handled
 */
public record StepLine(String name, double seconds, long items) {

	/** Refuses a time that is not a number. */
	public StepLine {
		Figures.requireFinite(name, seconds);
	}

	/**
	 * The step's name for people.
	 * @return for example {@code snapshot tenant}
	 */
	public String words() {
		return this.name.replace("Step", "").replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
	}

}
