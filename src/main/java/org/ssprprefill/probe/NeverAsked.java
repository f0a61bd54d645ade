package org.ssprprefill.probe;

import java.util.Locale;

/**
 * What Microsoft's pages leave open and a test account cannot answer, or only at a price
 * that a probe does not pay. A sheet says why.
 */
public enum NeverAsked {

	/** Whether an app is kept from writing to administrators. */
	ADMINISTRATORS_PROTECTED("Whether administrators' methods are protected from an app",
			"only a write to an administrator would tell, and this program never writes to one"),

	/** Whether eligible accounts fall under the two-gate policy. */
	ELIGIBLE_ADMINISTRATORS("Whether accounts that are eligible for a role need two methods",
			"it takes an account with a role, which is never written to"),

	/** What administrators may do unless the tenant says otherwise. */
	ADMINISTRATORS_DEFAULT("Whether administrators may reset unless a tenant changed it",
			"the setting is read as it is now; the check administrator-reset shows it"),

	/** Which roles the report's {@code isAdmin} means. */
	REPORTED_ADMINISTRATORS("Which roles the report calls an administrator's",
			"it takes an account with each of the roles"),

	/** Whether the reset page takes a method that an app registered. */
	TAKEN_AT_RESET("Whether a reset takes a method that an app registered",
			"it takes a reset at Microsoft's page; is-sspr-registered tells what the report says of it"),

	/** Whether Office 365 licences entitle to a reset. */
	OFFICE_365_LICENCE("Whether Office 365 without Entra ID P1 entitles to a reset",
			"it takes a reset at Microsoft's page by an account with such a licence alone"),

	/** Whether the alternate mobile serves a reset. */
	ALTERNATE_MOBILE_FOR_RESET("Whether a reset takes an alternate mobile", "it takes a reset at Microsoft's page"),

	/** Whether extensions are dialled. */
	EXTENSION_DIALLED("Whether an extension is dialled", "no message and no call is ever caused"),

	/** Whether a tenant's messages reach a region. */
	REGIONAL_OPT_IN("Whether messages reach numbers under regional opt-in", "no message and no call is ever caused"),

	/** What guests of another organisation may do. */
	GUESTS("Whether guests can reset here", "a guest's password is another organisation's"),

	/** Whether a group left out of a method loses it. */
	EXCLUDED_GROUPS("Whether an excluded group beats an included one", "it takes a change of the methods policy"),

	/** Statuses of {@code enableSmsSignIn}. */
	SMS_SIGN_IN_SWITCH("What switching SMS sign-in on is answered",
			"it would open another way to sign in; this program never does it"),

	/** Whether writes of methods count against the directory's budget. */
	WRITE_BUDGET("Whether writes count against 3,000 in 150 seconds", "it takes thousands of writes"),

	/** How a refused login is answered. */
	REFUSED_LOGIN("How a wrong secret is answered", "a refused login is an alarm where sign-ins are watched"),

	/** Wrong verbs and paths. */
	WRONG_VERB("How a wrong verb or path is answered", "this program sends none"),

	/** Whether the tenant opted out of the automatic enabling of passkeys. */
	PASSKEY_OPT_OUT("Whether passkeys are enabled automatically", "no page names an endpoint for it"),

	/** Whether password writeback is on. */
	WRITEBACK("Whether password writeback is on", "no application can read it");

	private final String title;

	private final String because;

	NeverAsked(String title, String because) {
		this.title = title;
		this.because = because;
	}

	/**
	 * The key in an answer sheet.
	 * @return for example {@code administrators-protected}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What is left open, for people.
	 * @return the beginning of a line
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Why it is not asked.
	 * @return the end of a sentence that begins with "not asked, because"
	 */
	public String because() {
		return this.because;
	}

}
