package org.ssprprefill.timeline;

import java.util.Locale;

/** A way in which a password reset reaches a person, and which can end. */
public enum Channel {

	/** Text messages that Microsoft sends. */
	SMS,

	/** Calls that Microsoft makes. */
	VOICE,

	/** Security questions. */
	SECURITY_QUESTIONS;

	/**
	 * The stable word of every output.
	 * @return for example {@code security-questions}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
