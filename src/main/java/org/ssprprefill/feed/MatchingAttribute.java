package org.ssprprefill.feed;

import java.util.Locale;

/** What can pair an HR row and an Entra user; the values of {@code match.by}. */
public enum MatchingAttribute {

	/** HR's number against {@code employeeId}. */
	EMPLOYEE_ID,

	/** The sign-in name. */
	USER_PRINCIPAL_NAME,

	/** The work address against {@code mail}. */
	MAIL,

	/** The object id. */
	OBJECT_ID;

	private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

	/**
	 * The word of the job definition.
	 * @return for example {@code user-principal-name}
	 */
	public String word() {
		return this.word;
	}

	/**
	 * The column that carries the attribute.
	 * @return its field
	 */
	public Field field() {
		return Field.valueOf(name());
	}

}
