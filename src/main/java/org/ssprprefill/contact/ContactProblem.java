package org.ssprprefill.contact;

/** Why a cell was not taken as a phone number or an e-mail address. */
public enum ContactProblem implements Word {

	/** Not a phone number at all. */
	PHONE_INVALID,

	/** No such number in the numbering plan of the row's country. */
	PHONE_NOT_POSSIBLE_FOR_COUNTRY,

	/**
	 * A number, but of a kind that takes no personal call or text: premium, short, pager.
	 */
	PHONE_KIND,

	/** A national number, and neither row nor job definition names its country. */
	PHONE_COUNTRY_UNKNOWN,

	/** A spreadsheet has changed the number: {@code 3.16E+10}, a date, a lost digit. */
	PHONE_EXCEL_DAMAGED,

	/** An extension on a method other than the office phone. */
	PHONE_EXTENSION,

	/** Not an e-mail address. */
	EMAIL_INVALID,

	/** An address in the tenant's own domains: useless when locked out. */
	EMAIL_OWN_DOMAIN;

}
