package org.ssprprefill.feed;

/**
 * What a header says that its column carries.
 *
 * @param word the key of a field, or a word of {@code headers.txt} for less than that
 */
public record Meaning(String word) {

	/** A phone, no matter whose or of which kind. */
	public static final Meaning PHONE = new Meaning("phone");

	/** A private phone of either kind. */
	public static final Meaning HOME_PHONE = new Meaning("home-phone");

	/** A mobile phone that the employer pays for. */
	public static final Meaning WORK_MOBILE = new Meaning("work-mobile");

	/** A mail address, no matter whose. */
	public static final Meaning ADDRESS = new Meaning("address");

	/** A number of the person, or of the record in its system. */
	public static final Meaning NUMBER = new Meaning("number");

	/** A number of the person, or the row's own. */
	public static final Meaning ROW_NUMBER = new Meaning("row-number");

	/** The country of a home or a workplace. */
	public static final Meaning COUNTRY_OF = new Meaning("country-of");

	/** A given name. */
	public static final Meaning FIRST_NAME = new Meaning("first-name");

	/** A family name. */
	public static final Meaning LAST_NAME = new Meaning("last-name");

	/**
	 * The meaning of a field.
	 * @param field the field
	 * @return its meaning
	 */
	public static Meaning of(Field field) {
		return new Meaning(field.key());
	}

}
