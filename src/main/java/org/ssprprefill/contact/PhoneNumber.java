package org.ssprprefill.contact;

import java.util.Locale;
import java.util.Optional;

/**
 * A phone number in international form, with an optional extension. Numbers that differ
 * only in spaces, hyphens, dots or brackets are equal (Graph answers
 * {@code +31 612345678} where {@code +31612345678} was sent).
 */
public final class PhoneNumber implements ContactValue {

	private static final String DOTS = "••••••";

	private final String normalForm;

	private PhoneNumber(String normalForm) {
		this.normalForm = normalForm;
	}

	/**
	 * A number as the tenant or the ledger holds it; not validated, because the tenant
	 * may hold numbers that no numbering plan knows.
	 * @param text for example {@code +31 612345678} or {@code +1 5555551234x123}
	 * @return the number
	 */
	public static PhoneNumber held(String text) {
		return new PhoneNumber(text.toLowerCase(Locale.ROOT).replaceAll("[^+0-9x]", ""));
	}

	/**
	 * Reads a cell of an HR export. What is unambiguous is taken, everything else is
	 * refused; no digit is ever guessed. Any punctuation, spacing and script of digits
	 * will do, and so will a leading {@code 00} or a bracketed zero after the country
	 * code. A national number must be in the form in which its country dials it: a lost
	 * leading zero or plus sign is the mark of a spreadsheet.
	 * @param cell the cell, not blank
	 * @param country the country whose national form the cell may have
	 * @param kind the phone type the number is for
	 * @return the number, or why it cannot be registered as that phone type
	 * @throws IllegalArgumentException if the kind is the e-mail address
	 */
	public static Reading<PhoneNumber> read(String cell, Optional<Country> country, MethodKind kind) {
		if (!kind.isPhone()) {
			throw new IllegalArgumentException("Not a phone type: " + kind.word());
		}
		return PhoneReading.read(cell, country, kind);
	}

	/** A number already in normal form. */
	static PhoneNumber proven(String normalForm) {
		return new PhoneNumber(normalForm);
	}

	@Override
	public String inClear() {
		String code = countryCode();
		return code.isEmpty() ? this.normalForm : code + " " + this.normalForm.substring(code.length());
	}

	@Override
	public String normalForm() {
		return this.normalForm;
	}

	/**
	 * The part of the number that many people share.
	 * @return the plus sign and the country code, for example {@code +31}; empty where it
	 * cannot be told
	 */
	public String countryCode() {
		return NumberingPlan.countryCode(this.normalForm);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof PhoneNumber number && number.normalForm.equals(this.normalForm);
	}

	@Override
	public int hashCode() {
		return this.normalForm.hashCode();
	}

	/**
	 * The masked number, safe to print.
	 * @return for example {@code +31 6••••••78}
	 */
	@Override
	public String toString() {
		String code = countryCode();
		String rest = this.normalForm.substring(code.length()).replaceFirst("x.*", "");
		if (code.isEmpty() || rest.length() < 6) {
			return DOTS;
		}
		return code + " " + rest.charAt(0) + DOTS + rest.substring(rest.length() - 2);
	}

}
