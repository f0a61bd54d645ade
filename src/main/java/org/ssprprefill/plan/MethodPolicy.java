package org.ssprprefill.plan;

import java.util.Locale;

/** How far the program goes for one method; the values of {@code methods}. */
public enum MethodPolicy {

	/** The method is left alone. */
	OFF,

	/** Only where none is registered. */
	MISSING,

	/** Also update what this program wrote earlier. */
	OWN,

	/** Whatever is there. */
	REPLACE;

	/**
	 * The word of the job definition.
	 * @return for example {@code missing}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
