package org.ssprprefill.explain;

import java.util.Optional;

import org.ssprprefill.coverage.Gap;
import org.ssprprefill.coverage.Measurer;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.coverage.Verdict;
import org.ssprprefill.match.WriteEligibility;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser.UserType;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.timeline.Channel;

/** The one thing to do about a person, in a sentence. */
final class Remedies {

	private static final String NOTHING = "Nothing needs to be done.";

	private Remedies() {
	}

	static String of(Findings findings) {
		if (findings.verdict().isEmpty()) {
			return notMeasured(findings.file().member().standing());
		}
		Verdict verdict = findings.verdict().get();
		Optional<Gap> gap = verdict.gap();
		if (gap.isPresent()) {
			return (gap.get() == Gap.NOT_MEASURABLE) ? measurable(findings)
					: Measurer.remedy(verdict, gap.get(), findings.file().member().standing());
		}
		return findings.loss()
			.map((ending) -> "Register a private e-mail address before " + Words.date(ending)
					+ (ending.ends().contains(Channel.SECURITY_QUESTIONS) ? "" : ", or bring your own telecom provider")
					+ ": nothing is in the way until then.")
			.orElse(NOTHING);
	}

	private static String notMeasured(WriteEligibility standing) {
		if (standing.type() != UserType.MEMBER) {
			String who = (standing.type() == UserType.GUEST) ? "guest" : "person";
			return "Send the " + who + " to the organisation the account comes from: only it can reset the password.";
		}
		return standing.resourceAccount() ? "Nothing: nobody resets the password of a room or a shared device."
				: "Add the person to the group of scope.group if this job should look after the account.";
	}

	/** What would make the first unknown condition known. */
	private static String measurable(Findings findings) {
		if (findings.condition("writeback").filter((answer) -> answer == Ruling.UNKNOWN).isPresent()) {
			return "Find out whether password writeback is on, and set sspr.password-writeback to on or off:"
					+ " Graph does not tell.";
		}
		if (findings.file().tenant().registration() instanceof Answer.Unreadable<?> unreadable) {
			return open(unreadable.obstacle());
		}
		if (findings.file().row().isEmpty()) {
			return "Wait: Microsoft's report lists new people after 36 hours and more; ask again then.";
		}
		if (findings.administrator()
				&& findings.file().tenant().administratorsMayReset() instanceof Answer.Unreadable<?> unreadable) {
			return open(unreadable.obstacle());
		}
		if (findings.condition("licensed").filter((answer) -> answer == Ruling.UNKNOWN).isPresent()
				&& findings.file().tenant().skus() instanceof Answer.Unreadable<?> unreadable) {
			return open(unreadable.obstacle());
		}
		return "Compare sspr.methods-required with Password reset, Authentication methods in the Entra admin center,"
				+ " and look at the report again a day later: Microsoft does not count what is registered.";
	}

	private static String open(Obstacle obstacle) {
		return switch (obstacle.cause()) {
			case LICENCE_MISSING -> "Microsoft answers the question for " + obstacle.question()
					+ " only where the tenant owns Entra ID P1 or P2; until then ask the person to try a reset.";
			case NOT_OFFERED -> "This cloud does not offer " + obstacle.question() + "; ask the person to try a reset.";
			case IMPLAUSIBLE ->
				"Find out what answers for the tenant: its answer about " + obstacle.question() + " cannot be true.";
			case PERMISSION_MISSING, REFUSED -> "Grant the app " + String.join(" or ", obstacle.permissions())
					+ " with admin consent, so that " + obstacle.question() + " can be read.";
		};
	}

}
