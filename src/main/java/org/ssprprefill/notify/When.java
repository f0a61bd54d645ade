package org.ssprprefill.notify;

import org.ssprprefill.contact.Word;

/** When a notification is sent. */
public enum When implements Word {

	/** After every run. */
	ALWAYS,

	/** After a run whose exit code is not 0. */
	ATTENTION,

	/** Not at all. */
	NEVER;

	/** Whether a run that ended so is told of. */
	boolean concerns(int exitCode) {
		return this == ALWAYS || this == ATTENTION && exitCode != 0;
	}

}
