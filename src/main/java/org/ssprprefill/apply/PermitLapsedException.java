package org.ssprprefill.apply;

/**
 * The right to write lapsed before an exchange left. What was held back was never sent;
 * what was under way beside it is settled.
 */
public final class PermitLapsedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	PermitLapsedException() {
		super("The right to write lapsed; what was not sent stays planned.");
	}

}
