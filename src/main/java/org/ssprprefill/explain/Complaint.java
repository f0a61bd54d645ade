package org.ssprprefill.explain;

import java.util.List;
import java.util.Locale;

/**
 * The classic complaints about password reset, in the order in which they are answered.
 */
enum Complaint {

	/** Resetting fails: licence requirements not understood. */
	RESET_NOT_LICENSED("licences", "licensed"),

	/** The policy was changed and testing it fails. */
	POLICY_JUST_CHANGED("registered-now", "methods", "methods-policy"),

	/** The test account is an administrator. */
	TESTED_WITH_ADMIN("roles"),

	/** Users must not be asked to register. */
	NOT_REGISTERED("methods", "this-program"),

	/** The reset button is grey, or the password reset page is missing. */
	OPERATOR_NOT_ALLOWED("operator", "operator-licence"),

	/** The page for on-premises integration is missing. */
	WRITEBACK_NOT_ON("writeback"),

	/** The password was reset elsewhere and signing in still fails. */
	RESET_NOT_WRITTEN_BACK("account", "writeback"),

	/** It is not known how to reset this person's password. */
	HOW_TO_RESET("account");

	private final List<String> looksAt;

	Complaint(String... looksAt) {
		this.looksAt = List.of(looksAt);
	}

	/** The stable id, for example {@code reset-not-licensed}. */
	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The steps that the answer rests on, by their ids. */
	List<String> looksAt() {
		return this.looksAt;
	}

}
