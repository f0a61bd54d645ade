package org.ssprprefill.probe;

import java.util.Locale;

/**
 * What Microsoft's pages leave open and a test account can answer. The words are keys of
 * the answer sheet, and of the simulator's answers.
 */
public enum OpenQuestion {

	/** Reading one method that is not registered. */
	UNKNOWN_METHOD("Reading a method that is not registered"),

	/** PATCH of a method that is not registered. */
	UPDATE_MISSING("Changing a method that is not registered"),

	/** DELETE of a method that is not registered. */
	REMOVE_MISSING("Removing a method that is not registered"),

	/** POST of an alternate mobile before there is a mobile. */
	ALTERNATE_WITHOUT_MOBILE("An alternate mobile without a mobile"),

	/** POST of a number that is none. */
	BAD_NUMBER("A number that is none"),

	/** POST of an address that is none. */
	BAD_ADDRESS("An address that is none"),

	/** POST of a number that another account signs in with by SMS. */
	NUMBER_NOT_UNIQUE("A number with which another account signs in by SMS"),

	/** POST of a number with an extension behind a small x. */
	EXTENSION_LOWER("An office number with an extension behind x"),

	/** POST of a number with an extension behind a capital X. */
	EXTENSION_UPPER("An office number with an extension behind X"),

	/** POST of a good number without a space. */
	ADDED("Adding a number that is written without a space"),

	/** How often the list is read until it shows the number. */
	READS_UNTIL_SHOWN("Reads until an added number is shown"),

	/** Whether the number comes back with a space. */
	NUMBER_SPACE("The number comes back"),

	/** The mobile's {@code smsSignInState}. */
	SMS_SIGN_IN_STATE("State of the number's SMS sign-in"),

	/** A second POST of one kind of phone. */
	SECOND_OF_A_KIND("A second number of one kind"),

	/** PATCH that names another kind of phone. */
	TYPE_CHANGED("Changing the kind of a phone"),

	/** PATCH with another number. */
	CHANGED("Changing a number"),

	/** DELETE of the mobile while there is an alternate one. */
	MOBILE_BEFORE_ALTERNATE("Removing the mobile before the alternate one"),

	/** A second POST of an address. */
	SECOND_EMAIL("A second address"),

	/** DELETE of a registered method. */
	REMOVED("Removing a number"),

	/** Reading methods of a user that does not exist. */
	UNKNOWN_USER("Reading methods of a user that does not exist"),

	/** Reading what the app has no permission for. */
	MISSING_PERMISSION("Reading methods without the permission"),

	/** Whether the granular permissions suffice to write. */
	GRANULAR_PERMISSIONS("UserAuthMethod-Phone and -Email.ReadWrite.All are"),

	/** The registration report with {@code $top=1}. */
	REPORT_TOP_1("The registration report with $top=1"),

	/** The registration report with {@code $top=999}. */
	REPORT_TOP_999("The registration report with $top=999"),

	/** The registration report with {@code $top=1000}. */
	REPORT_TOP_1000("The registration report with $top=1000"),

	/** How many reads of methods at once are answered. */
	METHODS_LIMIT("Reads of methods answered at once"),

	/** The headers of limits on answers about methods. */
	HEADERS_OF_METHODS("Headers of limits on answers about methods"),

	/** The headers of limits on answers of the report. */
	HEADERS_OF_REPORT("Headers of limits on answers of the report"),

	/** The headers of limits on refusals with 429. */
	HEADERS_OF_REFUSALS("Headers of limits on refusals with 429"),

	/** When the report says {@code isSsprRegistered}. */
	IS_SSPR_REGISTERED("The registration report says isSsprRegistered");

	private final String title;

	OpenQuestion(String title) {
		this.title = title;
	}

	/**
	 * The key in an answer sheet.
	 * @return for example {@code second-of-a-kind}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What was asked, for people.
	 * @return the beginning of a line
	 */
	public String title() {
		return this.title;
	}

}
