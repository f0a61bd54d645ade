package org.ssprprefill.probe;

/** The probe cannot go on; the message says why, and what to do. */
public final class ProbeStoppedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message why, without contact values
	 */
	public ProbeStoppedException(String message) {
		super(message);
	}

}
