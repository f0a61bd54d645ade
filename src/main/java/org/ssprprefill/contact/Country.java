package org.ssprprefill.contact;

/**
 * A country by its ISO 3166-1 alpha-2 code.
 *
 * @param code two upper-case letters, for example {@code NL}
 */
public record Country(String code) {

	/**
	 * Accepts two upper-case letters.
	 * @throws IllegalArgumentException if the code is anything else
	 */
	public Country {
		if (!code.matches("[A-Z]{2}")) {
			throw new IllegalArgumentException("Not an ISO 3166-1 alpha-2 code: '" + code + "'");
		}
	}

}
