package org.ssprprefill.feed;

import java.util.Locale;
import java.util.Optional;

import org.ssprprefill.contact.MethodKind;

/** What a column of an HR export can carry; the keys of {@code feed.columns}. */
public enum Field {

	/** HR's number of the person. */
	EMPLOYEE_ID,

	/** The sign-in name in Entra. */
	USER_PRINCIPAL_NAME,

	/** The work address, for matching only. */
	MAIL,

	/** The object id in Entra, where HR knows it. */
	OBJECT_ID,

	/** The number that becomes the mobile phone. */
	MOBILE,

	/** The number that becomes the office phone. */
	OFFICE,

	/** The number that becomes the alternate mobile phone. */
	ALTERNATE_MOBILE,

	/** The address that becomes the e-mail method. */
	EMAIL,

	/** The country whose national form the row's numbers have. */
	COUNTRY,

	/** The person's name, for HR's eyes only. */
	NAME,

	/** Anything to break coverage down by. */
	GROUP;

	/**
	 * The key in the job definition.
	 * @return for example {@code employee-id}
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The column that carries a method's value.
	 * @param kind the method
	 * @return its field
	 */
	public static Field of(MethodKind kind) {
		return switch (kind) {
			case MOBILE -> MOBILE;
			case OFFICE -> OFFICE;
			case ALTERNATE_MOBILE -> ALTERNATE_MOBILE;
			case EMAIL -> EMAIL;
		};
	}

	/**
	 * The method whose value this field carries.
	 * @return the method, or nothing for the other fields
	 */
	public Optional<MethodKind> method() {
		return switch (this) {
			case MOBILE -> Optional.of(MethodKind.MOBILE);
			case OFFICE -> Optional.of(MethodKind.OFFICE);
			case ALTERNATE_MOBILE -> Optional.of(MethodKind.ALTERNATE_MOBILE);
			case EMAIL -> Optional.of(MethodKind.EMAIL);
			default -> Optional.empty();
		};
	}

}
