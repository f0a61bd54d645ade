package org.ssprprefill.contact;

import java.util.Optional;

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

	/**
	 * The main country of a country code, where several share one.
	 * @param countryCode for example {@code +44}
	 * @return for example {@code GB}; nothing where the code belongs to no country
	 */
	public static Optional<Country> withCode(String countryCode) {
		return NumberingPlan.mainCountry(countryCode);
	}

	/**
	 * The code under which the country is called from abroad.
	 * @return for example {@code +31}; {@code +0} where it has no numbering plan
	 */
	public String callingCode() {
		return "+" + NumberingPlan.code(this);
	}

	/**
	 * Reads a country as HR writes it: its two- or three-letter ISO 3166-1 code, its name
	 * in English, Dutch, German, French or a language of its own, or an everyday word
	 * such as {@code Holland}. Case does not matter; accents and punctuation do in codes
	 * only.
	 * @param text any text
	 * @return the country, or nothing where the text names none
	 */
	public static Optional<Country> parse(String text) {
		return CountryNames.find(text);
	}

}
