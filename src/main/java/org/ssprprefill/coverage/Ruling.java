package org.ssprprefill.coverage;

import org.ssprprefill.contact.Word;

/** The answer to a question about a person. Not knowing is an answer of its own. */
public enum Ruling implements Word {

	/** It is so. */
	YES,

	/** It is not so. */
	NO,

	/** It cannot be told; this never counts as yes. */
	UNKNOWN;

	static Ruling of(boolean answer) {
		return answer ? YES : NO;
	}

}
