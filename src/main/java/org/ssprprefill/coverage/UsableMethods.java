package org.ssprprefill.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.tenant.ReportedMethods;
import org.ssprprefill.timeline.Channel;

/**
 * The methods with which one person could reset the password, by the registration
 * report's words. Only the words listed here count (Microsoft Learn, "How it works:
 * Microsoft Entra self-service password reset"): alternate mobile phones, passkeys,
 * certificates, passes and all that is new do not serve SSPR.
 *
 * @param listed what the report lists
 * @param fresh what this program confirmed and the report may not show yet
 * @param working the channels that work
 */
record UsableMethods(Set<String> listed, Set<String> fresh, Set<Channel> working) {

	/**
	 * How long after a write the report may still be behind; its latency is given as 36
	 * hours for most users, with a second look a day later.
	 */
	static final Duration REPORT_LAG = Duration.ofHours(48);

	/** Every channel, before anything ended. */
	private static final Set<Channel> ALL = Set.of(Channel.values());

	private static final String SECURITY_QUESTION = "securityQuestion";

	private static final Map<MethodKind, String> WORDS = new EnumMap<>(
			Map.of(MethodKind.MOBILE, "mobilePhone", MethodKind.OFFICE, "officePhone", MethodKind.EMAIL, "email"));

	static UsableMethods of(PersonFacts facts) {
		Set<String> listed = new TreeSet<>();
		facts.registration()
			.ifPresent((row) -> row.methods()
				.stream()
				.filter((method) -> ReportedMethods.servesReset(method, facts.administrator()))
				.forEach(listed::add));
		Set<String> fresh = new TreeSet<>();
		facts.confirmed().forEach((kind, when) -> {
			String word = WORDS.get(kind);
			if (word != null && isFresh(when, facts.registration().map(Registration::asOf))) {
				fresh.add(word);
			}
		});
		return new UsableMethods(listed, fresh, ALL);
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

	/** What is registered, and serves no reset. */
	static Set<String> notForReset(PersonFacts facts) {
		Set<String> others = new TreeSet<>();
		facts.registration()
			.ifPresent((row) -> row.methods()
				.stream()
				.filter((method) -> !ReportedMethods.servesReset(method, facts.administrator()))
				.forEach(others::add));
		return others;
	}

	private static boolean isFresh(Instant confirmed, Optional<Instant> report) {
		return report.filter((asOf) -> asOf.isAfter(confirmed.plus(REPORT_LAG))).isEmpty();
	}

	/** What is left of them when channels have ended. */
	UsableMethods without(Set<Channel> ended) {
		Set<Channel> rest = EnumSet.allOf(Channel.class);
		rest.retainAll(this.working);
		rest.removeAll(ended);
		return new UsableMethods(reachable(this.listed, rest), reachable(this.fresh, rest), concerned(rest));
	}

	private static Set<String> reachable(Set<String> methods, Set<Channel> working) {
		Set<String> rest = new TreeSet<>(methods);
		rest.removeIf((method) -> !isReachable(method, working));
		return rest;
	}

	private static boolean isReachable(String method, Set<Channel> working) {
		return switch (method) {
			case "mobilePhone" -> working.contains(Channel.SMS) || working.contains(Channel.VOICE);
			case "officePhone" -> working.contains(Channel.VOICE);
			case SECURITY_QUESTION -> working.contains(Channel.SECURITY_QUESTIONS);
			default -> true;
		};
	}

	/** An ending that concerns none of the person's methods changes nothing. */
	private Set<Channel> concerned(Set<Channel> rest) {
		boolean phones = all().contains("mobilePhone") || all().contains("officePhone");
		Set<Channel> kept = EnumSet.copyOf(this.working);
		if (phones) {
			kept.retainAll(rest);
			kept.add(Channel.SECURITY_QUESTIONS);
		}
		return kept;
	}

	boolean onlyPhones() {
		return ReportedMethods.onlyPhones(all());
	}

	Set<String> all() {
		Set<String> all = new TreeSet<>(this.listed);
		all.addAll(this.fresh);
		return all;
	}

}
