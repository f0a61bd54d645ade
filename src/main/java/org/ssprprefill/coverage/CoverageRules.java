package org.ssprprefill.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.tenant.Registration;
import org.ssprprefill.timeline.Channel;
import org.ssprprefill.timeline.Timeline;

/**
 * The rules by which a member of the organisation can or cannot reset the password
 * (Microsoft Learn, "How it works: Microsoft Entra self-service password reset"). Guests
 * are not judged: no source says what holds for them.
 *
 * @param settings what Graph cannot tell
 * @param timeline the announced endings of the tenant's cloud
 * @param today the day for which today's answer holds
 */
public record CoverageRules(SsprSettings settings, Timeline timeline, LocalDate today) {

	/**
	 * Judges one person, today and after each announced ending. An ending that touches
	 * the person's methods leaves Microsoft's booleans without proof about policy,
	 * because they speak of the methods of today.
	 * @param facts what is known of the person
	 * @return the verdict
	 */
	public Verdict judge(PersonFacts facts) {
		Set<Channel> ended = this.timeline.endedOn(facts.audience(), this.today);
		List<Finding> now = findings(facts, ended, ended);
		Ruling answer = answer(facts, ended, ended);
		Optional<Gap> gap = (answer == overall(now)) ? gap(now) : Optional.of(Gap.NOT_MEASURABLE);
		return new Verdict(answer, gap, later(facts, ended), now.stream().map(Finding::condition).toList());
	}

	private List<Ruling> later(PersonFacts facts, Set<Channel> ended) {
		return this.timeline.endings().stream().map((ending) -> {
			Set<Channel> then = EnumSet.noneOf(Channel.class);
			then.addAll(ended);
			then.addAll(this.timeline.endedAfter(facts.audience(), ending));
			return answer(facts, ended, then);
		}).toList();
	}

	/**
	 * Where it is not known whether the tenant's own provider serves the person, the
	 * answer is known only if it is the same either way.
	 */
	private Ruling answer(PersonFacts facts, Set<Channel> today, Set<Channel> ended) {
		Ruling without = overall(findings(facts, today, ended));
		if (facts.ownTelecom().isPresent()) {
			return without;
		}
		Ruling with = overall(findings(facts.withOwnTelecom(), today, ended));
		return (with == without) ? with : Ruling.UNKNOWN;
	}

	private List<Finding> findings(PersonFacts facts, Set<Channel> today, Set<Channel> ended) {
		UsableMethods all = UsableMethods.of(facts);
		UsableMethods then = all.without(lost(facts, ended));
		return findings(facts, then, then.equals(all.without(lost(facts, today))));
	}

	private Set<Channel> lost(PersonFacts facts, Set<Channel> ended) {
		Set<Channel> lost = EnumSet.noneOf(Channel.class);
		lost.addAll(ended);
		if (facts.ownTelecom().orElse(false)) {
			lost.removeAll(this.settings.ownTelecomProvider().channels());
		}
		return lost;
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
