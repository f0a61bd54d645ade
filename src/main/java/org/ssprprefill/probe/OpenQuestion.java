package org.ssprprefill.probe;

import org.ssprprefill.contact.Word;

/**
 * What Microsoft's pages leave open and a test account can answer. The words are keys of
 * the answer sheet, and of the simulator's answers.
 */
public enum OpenQuestion implements Word {

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

	/** POST of a number with a zero behind the country code. */
	TRUNK_ZERO("A number with a zero behind the country code"),

	/** POST of a number with more digits than E.164 allows. */
	LONG_NUMBER("A number of eighteen digits"),

	/** POST of an address of the tenant's own domain. */
	OWN_DOMAIN_ADDRESS("An address of the tenant's own domain"),

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

	/** DELETE of the number that was registered first, while another one stays. */
	REMOVE_DEFAULT("Removing the first number, another one stays"),

	/** POST of an address. */
	EMAIL_ADDED("Adding an address"),

	/** A second POST of an address. */
	SECOND_EMAIL("A second address"),

	/** PATCH with another address. */
	EMAIL_CHANGED("Changing an address"),

	/** DELETE of an address. */
	EMAIL_REMOVED("Removing an address"),

	/** DELETE of a registered method. */
	REMOVED("Removing a number"),

	/** The list of phones with a {@code $filter}. */
	LIST_FILTER("The list of numbers with $filter on phoneType"),

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

	/** How many rows a page of the registration report has without {@code $top}. */
	REPORT_PAGE("A page of the report without $top"),

	/** The registration report, a word of {@code methodsRegistered} in {@code any}. */
	REPORT_FILTER_ANY("The report with $filter methodsRegistered/any"),

	/** The registration report, {@code methodsRegistered eq}. */
	REPORT_FILTER_EQ("The report with $filter methodsRegistered eq"),

	/** An item of a JSON batch that depends on one that failed. */
	BATCH_DEPENDENCY("After a failure in a JSON batch"),

	/** How many reads of methods at once are answered. */
	METHODS_LIMIT("Reads of methods answered at once"),

	/** The headers of limits on answers about methods. */
	HEADERS_OF_METHODS("Headers of limits on answers about methods"),

	/** The headers of limits on answers of the report. */
	HEADERS_OF_REPORT("Headers of limits on answers of the report"),

	/** The headers of limits on refusals with 429. */
	HEADERS_OF_REFUSALS("Headers of limits on refusals with 429"),

	/** The account's second factor once the report knows its methods. */
	DEFAULT_SECOND_FACTOR("The report's preferred second factor"),

	/** The report's words for the probe's methods. */
	METHODS_REGISTERED("The report's methodsRegistered"),

	/** When the report says {@code isSsprRegistered}. */
	IS_SSPR_REGISTERED("The registration report says isSsprRegistered");

	private final String title;

	OpenQuestion(String title) {
		this.title = title;
	}

	/**
	 * What was asked, for people.
	 * @return the beginning of a line
	 */
	public String title() {
		return this.title;
	}

}
