package org.ssprprefill.contact;

import java.util.Locale;

/** An enum whose constants are stable words of files, outputs and tables. */
public interface Word {

	/**
	 * The constant's name in Java.
	 * @return for example {@code ALTERNATE_MOBILE}
	 */
	String name();

	/**
	 * The stable word of every output.
	 * @return for example {@code alternate-mobile}
	 */
	default String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
