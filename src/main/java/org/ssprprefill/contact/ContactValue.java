package org.ssprprefill.contact;

/**
 * A phone number or an e-mail address. {@code toString} is masked; the clear value is
 * reached by {@link #inClear()} alone. Two values are equal when their
 * {@linkplain #normalForm() normal forms} are, however they were written.
 */
public sealed interface ContactValue permits PhoneNumber, EmailAddress {

	/**
	 * The value as Graph takes it. Only for requests to the tenant and for encryption.
	 * @return {@code +31 612345678}, {@code +31 201234567x89} or an e-mail address
	 */
	String inClear();

	/**
	 * The form in which equal values are equal text; as confidential as the value itself.
	 * @return for example {@code +31612345678} or {@code jan@example.org}
	 */
	String normalForm();

	/**
	 * A value as the tenant or the ledger holds it: taken as it is, not validated.
	 * @param kind the method that holds it
	 * @param text the text as held
	 * @return the value
	 */
	static ContactValue held(MethodKind kind, String text) {
		return kind.isPhone() ? PhoneNumber.held(text) : EmailAddress.held(text);
	}

}
