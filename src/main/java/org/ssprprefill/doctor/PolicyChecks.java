package org.ssprprefill.doctor;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.MethodsPolicy.Configuration;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.timeline.Channel;

/**
 * The checks of the authentication methods policy: what is registered serves only where
 * it is allowed.
 */
final class PolicyChecks {

	/** What this program can register serves by one of these. */
	private static final Set<String> RELEVANT = Set.of("sms", "voice", "email");

	private final MethodsPolicy policy;

	private final Set<MethodKind> methods;

	PolicyChecks(MethodsPolicy policy, Set<MethodKind> methods) {
		this.policy = policy;
		this.methods = methods;
	}

	/**
	 * A policy whose groups cannot be read says nothing about any person.
	 * @param answer the policy
	 * @param members reads a group
	 */
	static Answer<MethodsPolicy> withGroups(Answer<MethodsPolicy> answer,
			Function<ObjectId, Answer<Set<ObjectId>>> members) {
		Set<ObjectId> groups = new HashSet<>();
		answer.value().ifPresent((policy) -> policy.methods().forEach((id, configuration) -> {
			if (configuration.enabled() && RELEVANT.contains(id)) {
				groups.addAll(configuration.includedGroups());
				groups.addAll(configuration.excludedGroups());
			}
		}));
		for (ObjectId group : groups) {
			if (members.apply(group) instanceof Answer.Unreadable<Set<ObjectId>> unreadable
					&& unreadable.obstacle().cause() != Obstacle.Cause.NOT_OFFERED) {
				return new Answer.Unreadable<>(unreadable.obstacle());
			}
		}
		return answer;
	}

	Check migration() {
		return this.policy.migrationComplete()
				? Checks.pass(Subject.POLICY_MIGRATION, "The migration is complete: only this policy counts.")
				: Checks.warn(Subject.POLICY_MIGRATION,
						"The migration is not complete: legacy policies still allow methods, and Graph does not show"
								+ " them.",
						"Finish the migration in the Entra admin center under Authentication methods, Policies.");
	}

	/**
	 * Whether Microsoft asks people at sign-in to register, in spite of what is
	 * prefilled.
	 */
	Check campaign() {
		Optional<String> state = this.policy.campaign();
		if (state.isEmpty()) {
			return Checks.skipped(Subject.REGISTRATION_CAMPAIGN, Skip.NOT_VISIBLE,
					"The policy does not say whether a registration campaign runs.", "Nothing to do.");
		}
		return state.get().equals("disabled")
				? Checks.pass(Subject.REGISTRATION_CAMPAIGN, "No registration campaign runs.")
				: Checks.warn(Subject.REGISTRATION_CAMPAIGN,
						"People may be asked at sign-in to register a method (registration campaign: " + state.get()
								+ "), also those whose methods are prefilled.",
						"Tell people and the help desk, or set the campaign under Authentication methods, Registration"
								+ " campaign; Microsoft runs one of its own where the state is default.");
	}

	Check sms() {
		boolean missed = this.methods.contains(MethodKind.MOBILE) && !isEnabled("voice");
		return method(Subject.POLICY_SMS, "sms", missed, "mobile");
	}

	Check voice() {
		boolean missed = this.methods.contains(MethodKind.OFFICE)
				|| this.methods.contains(MethodKind.MOBILE) && !isEnabled("sms");
		Optional<Configuration> voice = configuration("voice").filter(Configuration::enabled);
		if (this.methods.contains(MethodKind.OFFICE) && voice.filter((on) -> !on.officePhoneAllowed()).isPresent()) {
			return Checks.warn(Subject.POLICY_VOICE, "Allowed, but not to office phones, which the job registers.",
					"Allow office phones in the voice call policy, or set methods.office to off.");
		}
		return method(Subject.POLICY_VOICE, "voice", missed,
				this.methods.contains(MethodKind.OFFICE) ? "office" : "mobile");
	}

	Check email() {
		return method(Subject.POLICY_EMAIL, "email", this.methods.contains(MethodKind.EMAIL), "email");
	}

	private Check method(Subject subject, String id, boolean needed, String key) {
		if (isEnabled(id)) {
			return Checks.pass(subject, "Allowed for " + whom(configuration(id).orElseThrow()) + ".");
		}
		if (!needed) {
			return Checks.pass(subject, "Not allowed, and this job does not depend on it.");
		}
		String legacy = this.policy.migrationComplete() ? "" : " unless a legacy policy allows it";
		return Checks.warn(subject,
				"Not allowed, so that what the job registers for methods." + key + " helps nobody to reset" + legacy
						+ ".",
				"Enable it in the Entra admin center under Authentication methods, Policies, or set methods." + key
						+ " to off.");
	}

	private Optional<Configuration> configuration(String id) {
		return Optional.ofNullable(this.policy.methods().get(id));
	}

	private boolean isEnabled(String id) {
		return configuration(id).filter(Configuration::enabled).isPresent();
	}

	private static String whom(Configuration configuration) {
		int excluded = configuration.excludedGroups().size();
		String included = configuration.allUsers() ? "everybody" : groups(configuration.includedGroups().size());
		return (excluded == 0) ? included : included + ", except " + groups(excluded);
	}

	private static String groups(int count) {
		return (count == 1) ? "one group" : count + " groups";
	}

	/** What becomes of phones; needs no answer of the tenant. */
	static Check endOfPhones(Expectations job, LocalDate today) {
		List<MethodKind> phones = job.methods().stream().filter(MethodKind::isPhone).sorted().toList();
		if (phones.isEmpty()) {
			return Checks.pass(Subject.SMS_VOICE_END, "This job registers no phones.");
		}
		Optional<LocalDate> end = job.cloud().endOfPhones();
		if (end.isEmpty()) {
			return Checks.pass(Subject.SMS_VOICE_END,
					"Microsoft has announced no end of SMS and voice for this cloud.");
		}
		Set<Channel> own = job.sspr().ownTelecomProvider().channels();
		List<String> unserved = phones.stream().filter((phone) -> !isServed(phone, own)).map(MethodKind::word).toList();
		if (unserved.isEmpty()) {
			return Checks.pass(Subject.SMS_VOICE_END,
					"The job says that the tenant has a telecom provider of its own.");
		}
		String whose = "what the job registers for methods." + String.join(" and methods.", unserved);
		String remedy = "Register private e-mail addresses too (methods.email), or bring your own telecom provider and"
				+ " set sspr.own-telecom-provider.";
		long days = ChronoUnit.DAYS.between(today, end.get());
		return (days > 0)
				? Checks.warn(Subject.SMS_VOICE_END,
						"In " + days + ((days == 1) ? " day, on " : " days, on ") + end.get()
								+ ", Microsoft's SMS and voice end, and " + whose + " no longer serves a reset.",
						remedy)
				: Checks.fail(Subject.SMS_VOICE_END,
						"Microsoft's SMS and voice ended on " + end.get() + ": " + whose + " no longer serves a reset.",
						remedy);
	}

	/** Office phones and alternate mobile phones are called; mobile phones take both. */
	private static boolean isServed(MethodKind phone, Set<Channel> own) {
		return own.contains(Channel.VOICE) || phone == MethodKind.MOBILE && own.contains(Channel.SMS);
	}

}
