package org.ssprprefill.job;

import org.ssprprefill.report.Ending;

/**
 * A run leaves off before its end, and is taken up by the same command. The message says
 * why and what to do first.
 */
public final class LeftOffException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Ending ending;

	LeftOffException(String message) {
		this(message, Ending.FAILED);
	}

	LeftOffException(String message, Ending ending) {
		super(message);
		this.ending = ending;
	}

	/** How this start of the run ends; the run itself stays open. */
	Ending ending() {
		return this.ending;
	}

}
