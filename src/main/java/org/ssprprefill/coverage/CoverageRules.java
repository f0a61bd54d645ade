package org.ssprprefill.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.ssprprefill.tenant.Registration;
import org.ssprprefill.timeline.OwnTelecomProvider;

/**
 * The rules by which a member of the organisation can or cannot reset the password
 * (Microsoft Learn, "How it works: Microsoft Entra self-service password reset"). Guests
 * are not judged: no source says what holds for them.
 *
 * @param settings what Graph cannot tell
 */
public record CoverageRules(SsprSettings settings) {

	/**
	 * Judges one person, today and from 2027-02-01. For the second answer phones do not
	 * count, unless the tenant brings its own telecom provider; Microsoft's booleans then
	 * prove nothing about policy, because they speak of today's methods.
	 * @param facts what is known of the person
	 * @return the verdict
	 */
	public Verdict judge(PersonFacts facts) {
		UsableMethods methods = UsableMethods.of(facts);
		UsableMethods later = (this.settings.ownTelecomProvider() != OwnTelecomProvider.NONE) ? methods
				: methods.withoutPhones();
		List<Finding> now = findings(facts, methods, true);
		List<Finding> then = findings(facts, later, later.equals(methods));
		return new Verdict(overall(now), gap(now), overall(then), now.stream().map(Finding::condition).toList());
	}

	/** How many methods a reset needs. */
	int required(PersonFacts facts) {
		return facts.administrator() ? AdministratorRules.METHODS_REQUIRED : this.settings.methodsRequired();
	}

	private List<Finding> findings(PersonFacts facts, UsableMethods methods, boolean today) {
		MethodRules rules = new MethodRules(facts, methods, required(facts), today);
		List<Finding> findings = new ArrayList<>();
		findings.add(enabled(facts));
		findings.add(allowedByPolicy(facts));
		if (facts.administrator()) {
			findings.add(administratorsMayReset(facts));
		}
		if (facts.synchronised()) {
			findings.add(writeback());
		}
		findings.add(licensed(facts));
		findings.add(rules.enough());
		findings.add(rules.allowed());
		return findings;
	}

	private static Finding enabled(PersonFacts facts) {
		return new Finding(
				new Condition("enabled", Ruling.of(facts.enabled()),
						facts.enabled() ? "may sign in" : "may not sign in", "user account", Optional.empty()),
				Gap.DISABLED);
	}

	private static Finding allowedByPolicy(PersonFacts facts) {
		Optional<Registration> row = facts.registration();
		String unknown = facts.reportReadable() ? "not in the report" : "the report cannot be read";
		return new Finding(new Condition("allowed-by-policy",
				row.map((known) -> Ruling.of(known.ssprEnabled())).orElse(Ruling.UNKNOWN),
				row.map((known) -> "isSsprEnabled = " + known.ssprEnabled()).orElse(unknown), "registration report",
				row.map(Registration::asOf)), Gap.NOT_ALLOWED_BY_POLICY);
	}

	private static Finding administratorsMayReset(PersonFacts facts) {
		Optional<Boolean> may = facts.administratorsMayReset();
		return new Finding(new Condition("administrators-may-reset", may.map(Ruling::of).orElse(Ruling.UNKNOWN),
				may.map((value) -> "allowedToUseSSPR = " + value).orElse("cannot be read"), "authorization policy",
				Optional.empty()), Gap.ADMIN_RESET_OFF);
	}

	private Finding writeback() {
		Ruling answer = switch (this.settings.passwordWriteback()) {
			case ON -> Ruling.YES;
			case OFF -> Ruling.NO;
			case UNKNOWN -> Ruling.UNKNOWN;
		};
		String value = "sspr.password-writeback is "
				+ this.settings.passwordWriteback().name().toLowerCase(Locale.ROOT);
		return new Finding(new Condition("writeback", answer, value, "job definition", Optional.empty()),
				Gap.WRITEBACK_OFF);
	}

	private static Finding licensed(PersonFacts facts) {
		String account = facts.synchronised() ? "synchronised account" : "cloud-only account";
		return new Finding(new Condition("licensed", facts.entitlement().suffices(facts.synchronised()),
				facts.entitlement().meaning() + "; " + account, "assigned licences and plans", Optional.empty()),
				Gap.NOT_LICENSED);
	}

	private static Ruling overall(List<Finding> findings) {
		if (findings.stream().anyMatch((finding) -> finding.answer() == Ruling.NO)) {
			return Ruling.NO;
		}
		return findings.stream().allMatch((finding) -> finding.answer() == Ruling.YES) ? Ruling.YES : Ruling.UNKNOWN;
	}

	private static Optional<Gap> gap(List<Finding> findings) {
		return switch (overall(findings)) {
			case YES -> Optional.empty();
			case UNKNOWN -> Optional.of(Gap.NOT_MEASURABLE);
			case NO ->
				findings.stream().filter((finding) -> finding.answer() == Ruling.NO).map(Finding::gap).findFirst();
		};
	}

}
