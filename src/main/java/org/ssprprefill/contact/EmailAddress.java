package org.ssprprefill.contact;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

	/**
	 * Reads a cell of an HR export. Display names and stray punctuation at the end are
	 * taken off, an internationalised domain gets its ASCII form, the domain becomes
	 * lower case. Placeholders, several addresses, and local parts beyond plain ASCII are
	 * refused: Graph documents no rule for the latter. Several addresses are counted.
	 * @param cell the cell, not blank
	 * @param ownDomains the tenant's verified domains in lower case
	 * @return the address, or why it cannot be registered
	 */
	public static Reading<EmailAddress> read(String cell, Set<String> ownDomains) {
		Optional<EmailAddress> address = EmailCell.address(cell);
		if (address.isEmpty()) {
			return new Reading.Refused<>(ContactProblem.EMAIL_INVALID, Math.max(1, EmailCell.count(cell)));
		}
		return address.get().isWithin(ownDomains) ? new Reading.Refused<>(ContactProblem.EMAIL_OWN_DOMAIN)
				: new Reading.Accepted<>(address.get());
	}

	/**
	 * The addresses in a text, whatever stands between and around them. Whether they may
	 * be registered does not matter.
	 * @param text any text
	 * @return the addresses, in their order
	 */
	public static List<EmailAddress> in(String text) {
		return EmailCell.address(text).map(List::of).orElseGet(() -> EmailCell.addresses(text));
	}

	/**
	 * A text without the addresses in it.
	 * @param text any text
	 * @return the text with a semicolon for each address
	 */
	public static String takenOutOf(String text) {
		return (text.indexOf('@') < 0) ? text : EmailCell.withoutAddresses(text);
	}

	/**
	 * Whether it is an address in one of some domains, or below one.
	 * @param domains domains in lower case
	 * @return {@code true} for example for {@code kim@nl.contoso.com} in
	 * {@code contoso.com}
	 */
	public boolean isWithin(Set<String> domains) {
		for (String own : domains) {
			int before = this.text.length() - own.length() - 1;
			if (before > 0 && this.text.endsWith(own) && ".@".indexOf(this.text.charAt(before)) >= 0) {
				return true;
			}
		}
		return false;
	}

	@Override
	public String inClear() {
		return this.text;
	}

	@Override
	public String normalForm() {
		return CellText.lower(this.text);
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
