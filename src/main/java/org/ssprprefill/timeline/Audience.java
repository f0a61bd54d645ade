package org.ssprprefill.timeline;

import java.util.Locale;

/** For whom something ends. */
public enum Audience {

	/** For all but those who have a date of their own. */
	EVERYBODY,

	/** For holders of the role Global Administrator, and of that role only. */
	GLOBAL_ADMINISTRATORS;

	/**
	 * The stable word of every output.
	 * @return for example {@code global-administrators}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
