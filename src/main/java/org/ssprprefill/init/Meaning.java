package org.ssprprefill.init;

import org.ssprprefill.feed.Field;

/**
 * What a header says that its column carries.
 *
 * @param word the key of a field, or a word of {@code headers.txt} for less than that
 */
record Meaning(String word) {

	/** A phone, no matter whose or of which kind. */
	static final Meaning PHONE = new Meaning("phone");

	/** A private phone of either kind. */
	static final Meaning HOME_PHONE = new Meaning("home-phone");

	/** A mobile phone that the employer pays for. */
	static final Meaning WORK_MOBILE = new Meaning("work-mobile");

	/** A mail address, no matter whose. */
	static final Meaning ADDRESS = new Meaning("address");

	/** A number of the person, or of the row. */
	static final Meaning NUMBER = new Meaning("number");

	/** The country of a home or a workplace. */
	static final Meaning COUNTRY_OF = new Meaning("country-of");

	static final Meaning FIRST_NAME = new Meaning("first-name");

	static final Meaning LAST_NAME = new Meaning("last-name");

	static Meaning of(Field field) {
		return new Meaning(field.key());
	}

}
