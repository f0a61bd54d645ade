package org.ssprprefill.timeline;

import org.ssprprefill.contact.Word;

/** A way in which a password reset reaches a person, and which can end. */
public enum Channel implements Word {

	/** Text messages that Microsoft sends. */
	SMS,

	/** Calls that Microsoft makes. */
	VOICE,

	/** Security questions. */
	SECURITY_QUESTIONS;

}
