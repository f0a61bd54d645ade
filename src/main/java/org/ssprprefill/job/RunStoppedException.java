package org.ssprprefill.job;

import org.ssprprefill.report.RunStatus;

/**
 * A run leaves off before its end, and is taken up by the same command. The message says
 * why and what to do first.
 */
public final class RunStoppedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final RunStatus ending;

	RunStoppedException(String message) {
		this(message, RunStatus.FAILED);
	}

	RunStoppedException(String message, RunStatus ending) {
		super(message);
		this.ending = ending;
	}

	/** How this start of the run ends; the run itself stays open. */
	RunStatus ending() {
		return this.ending;
	}

}
