package org.ssprprefill.tenant;

import java.util.HashSet;
import java.util.Set;

/**
 * The words of the registration report for methods, and what they serve (Microsoft Learn,
 * "How it works: Microsoft Entra self-service password reset"). The words are an open
 * set; one that is not here serves no reset, whatever it comes to mean.
 */
public final class ReportedMethods {

	/** Phones. */
	public static final Set<String> PHONES = Set.of("mobilePhone", "officePhone", "alternateMobilePhone");

	/** What an administrator's reset accepts. */
	private static final Set<String> RESET = Set.of("mobilePhone", "officePhone", "email", "microsoftAuthenticatorPush",
			"softwareOneTimePasscode", "hardwareOneTimePasscode");

	private static final String SECURITY_QUESTION = "securityQuestion";

	/** These prove nothing at sign-in. */
	private static final Set<String> NO_SECOND_FACTOR = Set.of("email", SECURITY_QUESTION);

	/**
	 * With these a person signs in without the password (Microsoft Learn, "Passwordless
	 * authentication options"), and so has another way back than a reset.
	 */
	private static final Set<String> PASSWORDLESS = Set.of("fido2", "fido2SecurityKey", "passKeyDeviceBound",
			"passKeyDeviceBoundAuthenticator", "passKeyDeviceBoundWindowsHello", "passKeySynced",
			"windowsHelloForBusiness", "microsoftAuthenticatorPasswordless", "macOsSecureEnclaveKey");

	private ReportedMethods() {
	}

	/**
	 * Whether a method serves a password reset.
	 * @param method the report's word
	 * @param administrator whether the person is under the rules for administrators,
	 * which accept no security questions
	 * @return {@code false} for every other word, known or new
	 */
	public static boolean servesReset(String method, boolean administrator) {
		return RESET.contains(method) || method.equals(SECURITY_QUESTION) && !administrator;
	}

	/**
	 * Whether a person can sign in without the password. That is no reset, and never
	 * counts as one.
	 * @param row the person's row of the report
	 * @return {@code true} where a passwordless method is registered
	 */
	public static boolean signsInWithoutPassword(Registration row) {
		return row.methods().stream().anyMatch(PASSWORDLESS::contains);
	}

	/**
	 * Whether a phone is the only second factor of a person. An e-mail address and
	 * security questions are none.
	 * @param row the person's row of the report
	 * @return {@code false} where the person has no second factor
	 */
	public static boolean phoneIsOnlySecondFactor(Registration row) {
		Set<String> factors = new HashSet<>(row.methods());
		factors.removeAll(NO_SECOND_FACTOR);
		return row.mfaRegistered() && !factors.isEmpty() && PHONES.containsAll(factors);
	}

	/**
	 * Whether the reset of a person, as the report shows it, rests on phones alone.
	 * @param row the person's row of the report
	 * @return {@code false} where the report says that the person cannot reset
	 */
	public static boolean resetRestsOnPhones(Registration row) {
		Set<String> serving = new HashSet<>(row.methods());
		serving.removeIf((method) -> !servesReset(method, row.administrator()));
		return row.ssprCapable() && onlyPhones(serving);
	}

	/**
	 * Whether methods that serve a reset are phones alone.
	 * @param serving the methods
	 * @return {@code false} where there are none
	 */
	public static boolean onlyPhones(Set<String> serving) {
		return !serving.isEmpty() && PHONES.containsAll(serving);
	}

}
