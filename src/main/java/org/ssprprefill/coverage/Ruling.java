package org.ssprprefill.coverage;

import java.util.Locale;

/** The answer to a question about a person. Not knowing is an answer of its own. */
public enum Ruling {

	/** It is so. */
	YES,

	/** It is not so. */
	NO,

	/** It cannot be told; this never counts as yes. */
	UNKNOWN;

	/**
	 * The stable word of every output.
	 * @return {@code yes}, {@code no} or {@code unknown}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Ruling of(boolean answer) {
		return answer ? YES : NO;
	}

}
