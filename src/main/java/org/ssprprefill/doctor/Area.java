package org.ssprprefill.doctor;

/** What checks are grouped by, in the order in which they are told. */
public enum Area {

	/** Reaching the tenant. */
	TENANT("Tenant"),

	/** What the app may ask and write. */
	PERMISSIONS("Permissions"),

	/** Who is there, and who must not be touched. */
	PEOPLE("People"),

	/** What stands between people and a reset. */
	RESET("Password reset"),

	/** Which methods serve, and until when. */
	POLICY("Methods"),

	/** What the tenant has bought. */
	LICENCES("Licences"),

	/** HR's files. */
	FEED("Feed"),

	/** What the program knows and did. */
	LEDGER("Ledger and runs");

	private final String title;

	Area(String title) {
		this.title = title;
	}

	/**
	 * The heading for people.
	 * @return a few words
	 */
	public String title() {
		return this.title;
	}

}
