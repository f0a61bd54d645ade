package org.ssprprefill.job;

/** Nothing may be written to the account that was to be probed; the message says why. */
public final class ProbeRefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ProbeRefusedException(String message) {
		super(message);
	}

}
