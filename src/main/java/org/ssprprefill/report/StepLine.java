package org.ssprprefill.report;

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

}
