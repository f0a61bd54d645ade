package org.ssprprefill.timeline;

import org.ssprprefill.contact.Word;

/** For whom something ends. */
public enum Audience implements Word {

	/** For all but those who have a date of their own. */
	EVERYBODY,

	/** For holders of the role Global Administrator, and of that role only. */
	GLOBAL_ADMINISTRATORS;

}
