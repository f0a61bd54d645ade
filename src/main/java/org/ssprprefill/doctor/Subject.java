package org.ssprprefill.doctor;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a check asks about. Its title says it in a few words, its id is stable, and the
 * text {@code checks/ID.md} explains what is looked at, why, and how to mend it.
 */
public enum Subject {

	SIGN_IN(Area.TENANT, "Sign-in"), CONSENT(Area.TENANT, "Consent to the app"),
	CREDENTIAL(Area.TENANT, "Life of the credential"), TENANT(Area.TENANT, "Tenant"), CLOUD(Area.TENANT, "Cloud"),
	CLOCK(Area.TENANT, "Clock"),

	WRITE_PERMISSIONS(Area.PERMISSIONS, "Permission to write methods"),
	PERMISSION_USERS(Area.PERMISSIONS, "Permission for users"),
	PERMISSION_ROLES(Area.PERMISSIONS, "Permission for roles"),
	PERMISSION_ELIGIBLE_ROLES(Area.PERMISSIONS, "Permission for eligible roles"),
	PERMISSION_ELIGIBLE_GROUPS(Area.PERMISSIONS, "Permission for eligible group members"),
	PERMISSION_GROUPS(Area.PERMISSIONS, "Permission for group members"),
	PERMISSION_REPORT(Area.PERMISSIONS, "Permission for the registration report"),
	PERMISSION_AUTHORIZATION_POLICY(Area.PERMISSIONS, "Permission for the authorization policy"),
	PERMISSION_METHODS_POLICY(Area.PERMISSIONS, "Permission for the methods policy"),
	PERMISSION_LICENCES(Area.PERMISSIONS, "Permission for licences"),
	BROAD_PERMISSIONS(Area.PERMISSIONS, "Permissions beyond need"),

	USERS(Area.PEOPLE, "Users readable"), ROLES(Area.PEOPLE, "Administrators readable"),
	PIM(Area.PEOPLE, "Eligible roles (PIM)"), SCOPE_GROUP(Area.PEOPLE, "Group of the scope"),
	EXCLUSIONS(Area.PEOPLE, "Excluded accounts"), METHODS_READABLE(Area.PEOPLE, "Methods readable"),

	EFFECTIVENESS(Area.RESET, "Microsoft counts what was registered"),

	REGISTRATION_REPORT(Area.RESET, "Registration report"), SSPR_SCOPE(Area.RESET, "Who may reset"),
	METHODS_REQUIRED(Area.RESET, "Methods a reset needs"), ADMINISTRATOR_RESET(Area.RESET, "Administrators may reset"),
	ADMINISTRATOR_METHODS(Area.RESET, "Administrators have two methods"),

	ADMINISTRATOR_PROMPTS(Area.RESET, "Administrators asked in vain"),
	PASSWORD_WRITEBACK(Area.RESET, "Password writeback"), FEBRUARY_2027(Area.RESET, "Ready for what ends"),

	PHONE_ONLY(Area.RESET, "People who depend on a phone alone"),

	OTHER_WAYS(Area.RESET, "Other ways back"), ACCOUNT_RECOVERY(Area.RESET, "Account recovery with Verified ID"),

	METHODS_POLICY(Area.POLICY, "Authentication methods policy"), POLICY_MIGRATION(Area.POLICY, "Policy migration"),
	POLICY_SMS(Area.POLICY, "SMS allowed"), POLICY_VOICE(Area.POLICY, "Voice calls allowed"),
	POLICY_EMAIL(Area.POLICY, "E-mail allowed"), SMS_VOICE_END(Area.POLICY, "End of SMS and voice"),

	REGIONAL_OPT_IN(Area.POLICY, "Regions that need a request"),

	REGISTRATION_CAMPAIGN(Area.POLICY, "Registration campaign"),

	LICENCES(Area.LICENCES, "Licences"), LICENCES_PRESENT(Area.LICENCES, "Licences for a reset"),
	SUBSCRIPTIONS(Area.LICENCES, "Subscriptions in force"), OFFICE_365(Area.LICENCES, "Office 365 plans"),

	FEED_FOLDER(Area.FEED, "Drop folder"), FEED_WRITABLE(Area.FEED, "Drop folder writable"),
	FEED_PRIVATE(Area.FEED, "Drop folder private"), FEED_STALE(Area.FEED, "Feed is fresh"),
	FEED_ARCHIVED(Area.FEED, "Last files read again"), FEED_SUPERSEDED(Area.FEED, "Files superseded"),
	FEED_GROWING(Area.FEED, "Files still being written"), FEED_REFUSED(Area.FEED, "Files refused"),
	FEED_STUCK(Area.FEED, "Files that could not be moved"), FEED_COLUMN_KIND(Area.FEED, "Column holds other data"),
	FEED_COLUMN_EMPTY(Area.FEED, "Column suddenly empty"), FEED_PHONES(Area.FEED, "Country codes of the numbers"),

	LEDGER(Area.LEDGER, "Ledger"), LEDGER_TABLES(Area.LEDGER, "Ledger's tables"),
	LEDGER_KEY(Area.LEDGER, "Ledger's key"), DISK_SPACE(Area.LEDGER, "Free disk space"),
	LEDGER_AUDIT(Area.LEDGER, "Audit trail"), LAST_RUN(Area.LEDGER, "Last run"),
	LAST_OUTCOME(Area.LEDGER, "Outcome of the last run"), UNDO_BROKEN_OFF(Area.LEDGER, "Unfinished run given up"),
	RETENTION(Area.LEDGER, "Old files deleted");

	private final Area area;

	private final String title;

	Subject(Area area, String title) {
		this.area = area;
		this.title = title;
	}

	/**
	 * The stable id.
	 * @return for example {@code sign-in}; a check of one of several groups appends to it
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The subject for people.
	 * @return a few words
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Where it belongs.
	 * @return the area
	 */
	public Area area() {
		return this.area;
	}

	/**
	 * The subject of an id.
	 * @param id for example {@code sign-in}
	 * @return the subject
	 * @throws IllegalArgumentException if there is none, with all ids
	 */
	public static Subject of(String id) {
		return Arrays.stream(values())
			.filter((subject) -> subject.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no check '" + id + "'. Checks: "
					+ String.join(", ", Arrays.stream(values()).map(Subject::id).toList()) + "."));
	}

}
