package org.ssprprefill.contact;

import java.util.List;

/**
 * The authentication methods this program prepopulates: three phone types and the e-mail
 * address, at most one of each per person (Microsoft Graph, resource types
 * {@code phoneAuthenticationMethod} and {@code emailAuthenticationMethod}).
 */
public enum MethodKind {

	/** The mobile phone: SMS and voice. */
	MOBILE("mobile"),

	/** The office phone: voice only, and the only one with an extension. */
	OFFICE("office"),

	/** The alternate mobile phone: voice for MFA only, it never counts for SSPR. */
	ALTERNATE_MOBILE("alternate-mobile"),

	/** The private e-mail address: SSPR only, never MFA. */
	EMAIL("email");

	/** The three phone types. */
	public static final List<MethodKind> PHONES = List.of(MOBILE, OFFICE, ALTERNATE_MOBILE);

	private final String word;

	MethodKind(String word) {
		this.word = word;
	}

	/**
	 * The stable word of job definitions, reports and the ledger.
	 * @return for example {@code alternate-mobile}
	 */
	public String word() {
		return this.word;
	}

	/**
	 * Whether this is one of the three phone types.
	 * @return {@code false} for the e-mail address
	 */
	public boolean isPhone() {
		return this != EMAIL;
	}

	/**
	 * The kind behind a stable word.
	 * @param word for example {@code alternate-mobile}
	 * @return the kind
	 * @throws IllegalArgumentException if no kind has that word
	 */
	public static MethodKind of(String word) {
		for (MethodKind kind : values()) {
			if (kind.word.equals(word)) {
				return kind;
			}
		}
		throw new IllegalArgumentException("No authentication method is called '" + word + "'");
	}

}
