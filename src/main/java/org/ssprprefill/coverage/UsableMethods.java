package org.ssprprefill.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.tenant.Registration;

/**
 * The methods with which one person could reset the password, by the registration
 * report's words (Microsoft Learn, "Authentication methods in Microsoft Entra ID": the
 * alternate mobile phone, passkeys, certificates and passes do not serve SSPR).
 *
 * @param listed what the report lists
 * @param fresh what this program confirmed and the report may not show yet
 */
record UsableMethods(Set<String> listed, Set<String> fresh) {

	/**
	 * How long after a write the report may still be behind; its latency is given as 36
	 * hours for most users, with a second look a day later.
	 */
	static final Duration REPORT_LAG = Duration.ofHours(48);

	private static final Set<String> PHONES = Set.of("mobilePhone", "officePhone");

	private static final Set<String> COUNTING = Set.of("mobilePhone", "officePhone", "email",
			"microsoftAuthenticatorPush", "softwareOneTimePasscode", "hardwareOneTimePasscode");

	private static final Set<String> NOT_COUNTING = Set.of("alternateMobilePhone", "microsoftAuthenticatorPasswordless",
			"windowsHelloForBusiness", "x509Certificate", "temporaryAccessPass");

	private static final String SECURITY_QUESTION = "securityQuestion";

	private static final Map<MethodKind, String> WORDS = new EnumMap<>(
			Map.of(MethodKind.MOBILE, "mobilePhone", MethodKind.OFFICE, "officePhone", MethodKind.EMAIL, "email"));

	static UsableMethods of(PersonFacts facts) {
		Set<String> listed = new TreeSet<>();
		facts.registration()
			.ifPresent((row) -> row.methods()
				.stream()
				.filter((method) -> counts(method, row, facts.administrator()))
				.forEach(listed::add));
		Set<String> fresh = new TreeSet<>();
		facts.confirmed().forEach((kind, when) -> {
			String word = WORDS.get(kind);
			if (word != null && isFresh(when, facts.registration().map(Registration::asOf))) {
				fresh.add(word);
			}
		});
		return new UsableMethods(listed, fresh);
	}

	/** What the report lists, and whatever this program ever confirmed beside it. */
	static Set<String> listedOrConfirmed(PersonFacts facts) {
		Set<String> methods = new TreeSet<>(of(facts).listed());
		facts.confirmed().keySet().stream().map(WORDS::get).filter(Objects::nonNull).forEach(methods::add);
		return methods;
	}

	/**
	 * Whether a method serves SSPR at all.
	 * @param kind a method this program writes
	 * @return {@code false} for the alternate mobile phone
	 */
	static boolean serves(MethodKind kind) {
		return WORDS.containsKey(kind);
	}

	private static boolean counts(String method, Registration row, boolean administrator) {
		if (COUNTING.contains(method)) {
			return true;
		}
		if (NOT_COUNTING.contains(method) || method.startsWith("fido2") || method.startsWith("passKey")) {
			return false;
		}
		// Questions are forbidden to administrators; otherwise Microsoft's own count
		// decides
		return row.ssprRegistered() && !(administrator && method.equals(SECURITY_QUESTION));
	}

	private static boolean isFresh(Instant confirmed, Optional<Instant> report) {
		return report.filter((asOf) -> asOf.isAfter(confirmed.plus(REPORT_LAG))).isEmpty();
	}

	UsableMethods withoutPhones() {
		Set<String> listedRest = new TreeSet<>(this.listed);
		listedRest.removeAll(PHONES);
		Set<String> freshRest = new TreeSet<>(this.fresh);
		freshRest.removeAll(PHONES);
		return new UsableMethods(listedRest, freshRest);
	}

	Set<String> all() {
		Set<String> all = new TreeSet<>(this.listed);
		all.addAll(this.fresh);
		return all;
	}

}
