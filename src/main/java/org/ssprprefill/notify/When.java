package org.ssprprefill.notify;

import java.util.Locale;

/** When a notification is sent. */
public enum When {

	/** After every run. */
	ALWAYS,

	/** After a run whose exit code is not 0. */
	ATTENTION,

	/** Not at all. */
	NEVER;

	/**
	 * The word of the job definition.
	 * @return for example {@code attention}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether a run that ended so is told of. */
	boolean concerns(int exitCode) {
		return this == ALWAYS || this == ATTENTION && exitCode != 0;
	}

}
