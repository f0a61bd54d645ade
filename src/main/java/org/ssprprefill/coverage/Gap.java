package org.ssprprefill.coverage;

import org.ssprprefill.contact.Word;

/**
 * The first thing between a person and resetting the password, in the order in which they
 * are looked at.
 */
public enum Gap implements Word {

	/** The account may not sign in. */
	DISABLED("The account is disabled: enable it if the person still works here."),

	/** The SSPR scope of the tenant leaves the person out. */
	NOT_ALLOWED_BY_POLICY("Add the person to the group that may reset passwords"
			+ " (Entra admin center, Password reset, Properties), or enable it for all."),

	/** Administrators may not use SSPR. */
	ADMIN_RESET_OFF("Set allowedToUseSSPR in the authorization policy to true"
			+ " (it takes up to 60 minutes), or let another administrator reset the password."),

	/** The account is synchronised and resets do not reach its directory. */
	WRITEBACK_OFF("Switch password writeback on in Entra Connect or cloud sync and in"
			+ " Password reset, On-premises integration; then set sspr.password-writeback to on."),

	/** No licence for this kind of account. */
	NOT_LICENSED("Assign a licence with Entra ID P1 or P2; for a cloud-only account"
			+ " Microsoft 365 Business Standard is enough."),

	/** Nothing that a reset accepts is registered. */
	NO_METHOD("Have HR supply a mobile number or a private e-mail address,"
			+ " or let the person register at aka.ms/mysecurityinfo."),

	/** One method is registered and two are needed. */
	SECOND_METHOD_MISSING("Have HR supply a second value, such as a private e-mail address,"
			+ " or let the person register one at aka.ms/mysecurityinfo."),

	/** What is registered may not be used by this person. */
	METHOD_NOT_ALLOWED_BY_POLICY("Include the person in the authentication methods policy of a"
			+ " registered method (SMS, Voice or Email OTP), or register a method that is allowed."),

	/** Nothing is known to fail, but something cannot be told. */
	NOT_MEASURABLE("Give the app the permission, or the job definition the answer, that the"
			+ " unknown condition names; people who are new appear in Microsoft's report after 36 hours and more.");

	private final String remedy;

	Gap(String remedy) {
		this.remedy = remedy;
	}

	/**
	 * What an administrator does about it.
	 * @return one English sentence
	 */
	public String remedy() {
		return this.remedy;
	}

}
