package org.ssprprefill.contact;

import java.util.Locale;

/** An e-mail address. Addresses that differ only in case are equal. */
public final class EmailAddress implements ContactValue {

	private final String text;

	private EmailAddress(String text) {
		this.text = text;
	}

	/**
	 * An address as the tenant or the ledger holds it; not validated.
	 * @param text the address
	 * @return the address
	 */
	public static EmailAddress held(String text) {
		return new EmailAddress(text.strip());
	}

	@Override
	public String inClear() {
		return this.text;
	}

	@Override
	public String normalForm() {
		return this.text.toLowerCase(Locale.ROOT);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof EmailAddress address && address.normalForm().equals(normalForm());
	}

	@Override
	public int hashCode() {
		return normalForm().hashCode();
	}

	/**
	 * The masked address, safe to print.
	 * @return for example {@code j•••@example.org}
	 */
	@Override
	public String toString() {
		int at = this.text.lastIndexOf('@');
		return (at < 1) ? "•••" : this.text.charAt(0) + "•••" + this.text.substring(at);
	}

}
