package org.ssprprefill.job;

/**
 * A run leaves off before its end, and is taken up by the same command. The message says
 * why and what to do first.
 */
public final class LeftOffException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LeftOffException(String message) {
		super(message);
	}

}
