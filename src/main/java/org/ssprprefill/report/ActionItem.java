package org.ssprprefill.report;

/**
 * Something that needs a person.
 *
 * @param owner who can do it
 * @param what what was found, in a sentence
 * @param next what to do, in a sentence; may be empty
 * @param matter the word by which the page's table shows the people concerned; empty
 * where it names none
 */
record ActionItem(Owner owner, String what, String next, String matter) {

	/** Who can do something about it. */
	enum Owner {

		/** Of Entra and of this program. */
		ADMINISTRATOR,

		/** Who keeps the personnel records. */
		HR,

		/** Who buys and assigns licences. */
		LICENCE_OWNER

	}

}
