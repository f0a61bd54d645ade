package org.ssprprefill.contact;

import java.util.Locale;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;

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

	@Override
	public String inClear() {
		return countryCode().isEmpty() ? this.normalForm
				: countryCode() + " " + this.normalForm.substring(countryCode().length());
	}

	@Override
	public String normalForm() {
		return this.normalForm;
	}

	private String countryCode() {
		try {
			Phonenumber.PhoneNumber parsed = PhoneNumberUtil.getInstance().parse(this.normalForm, null);
			return "+" + parsed.getCountryCode();
		}
		catch (NumberParseException ex) {
			// Not every number a tenant holds belongs to a numbering plan
			return "";
		}
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
