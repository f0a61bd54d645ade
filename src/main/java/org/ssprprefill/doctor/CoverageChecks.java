package org.ssprprefill.doctor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Answer;

/** The checks of what a measurement of licences and coverage has shown. */
public final class CoverageChecks {

	/**
	 * The two pages of Microsoft's that disagree on Office 365 plans, with their dates.
	 */
	public static final String OFFICE_365_PAGES = "fundamentals/licensing, 2026-06-18: it entitles to a reset;"
			+ " concept-sspr-licensing, 2025-03-04: it does not";

	private CoverageChecks() {
	}

	/**
	 * Subscriptions that are ending or have ended.
	 * @param ending a few words about each that is about to end
	 * @param ended a few words about each that has ended
	 * @param people how many people are licensed only by one that is about to end
	 * @return a failure where licences do not count any more, a warning where they will
	 * not for long
	 */
	public static Check subscriptions(List<String> ending, List<String> ended, long people) {
		if (!ended.isEmpty()) {
			Message over = Message.of("check.subscriptions.ended", String.join("; ", ended));
			return Checks.fail(Subject.SUBSCRIPTIONS, ending.isEmpty() ? over : over.then(aboutToEnd(ending)),
					Message.of("check.subscriptions.ended.next"));
		}
		if (!ending.isEmpty() || people > 0) {
			return Checks.warn(Subject.SUBSCRIPTIONS,
					(ending.isEmpty() ? Message.of("check.subscriptions.plans") : aboutToEnd(ending))
						.then("check.subscriptions.people", people),
					Message.of("check.subscriptions.ending.next"));
		}
		return Checks.pass(Subject.SUBSCRIPTIONS, Message.of("check.subscriptions"));
	}

	private static Message aboutToEnd(List<String> ending) {
		return Message.of("check.subscriptions.ending", String.join("; ", ending));
	}

	/**
	 * The products could not be read.
	 * @return a skipped check
	 */
	public static Check subscriptionsUnknown() {
		return Findings.dependent(Subject.SUBSCRIPTIONS, Subject.LICENCES);
	}

	/**
	 * Whether Microsoft counts what this program registers: the open question of 2026,
	 * answered for this tenant.
	 * @param confirmed people whose methods were confirmed more than 48 hours before
	 * their row of the registration report
	 * @param registered those of them whom Microsoft counts as registered
	 * @return a failure under one half, a warning under nine tenths
	 */
	public static Check effectiveness(long confirmed, long registered) {
		if (confirmed == 0) {
			return Checks.skipped(Subject.EFFECTIVENESS, Skip.NOTHING_TO_LOOK_AT,
					Message.of("check.effectiveness.none"), Message.of("check.effectiveness.none.next"));
		}
		Message detail = Message.of("check.effectiveness", confirmed, registered);
		if (registered * 2 < confirmed) {
			return Checks.fail(Subject.EFFECTIVENESS, detail,
					Message.of("check.effectiveness.fail.next").then("check.effectiveness.fail.try"));
		}
		if (registered * 10 < confirmed * 9) {
			return Checks.warn(Subject.EFFECTIVENESS, detail, Message.of("check.effectiveness.warn.next"));
		}
		return Checks.pass(Subject.EFFECTIVENESS, detail);
	}

	/**
	 * What the announced endings cost.
	 * @param losses people who lose the reset, by the announced date of the ending, in
	 * order
	 * @param savedByEmail those of them who could reset then with an e-mail method
	 * @return a pass where nothing is lost
	 */
	public static Check endings(Map<String, Long> losses, long savedByEmail) {
		long losing = losses.values().stream().mapToLong(Long::longValue).sum();
		if (losing <= 0) {
			return Checks.pass(Subject.FEBRUARY_2027, Message.of("check.february.none"));
		}
		String dates = losses.entrySet()
			.stream()
			.filter((loss) -> loss.getValue() > 0)
			.map((loss) -> loss.getKey() + ": " + loss.getValue())
			.collect(Collectors.joining(", "));
		return Checks
			.warn(Subject.FEBRUARY_2027,
					(losing == 1) ? Message.of("check.february.one", losing, dates, savedByEmail)
							: Message.of("check.february", losing, dates, savedByEmail),
					Message.of("check.february.next"));
	}

	/**
	 * People who depend on a phone alone.
	 * @param reset those who can reset, with phones only
	 * @param mfa those whose only second factor for signing in is a phone
	 * @param end when Microsoft's SMS and voice end; nothing where no end is announced
	 * @return a pass where nothing is announced or no one depends on a phone
	 */
	public static Check phoneOnly(long reset, long mfa, Optional<LocalDate> end) {
		if (reset + mfa == 0) {
			return Checks.pass(Subject.PHONE_ONLY, Message.of("check.phone-only.none"));
		}
		return end
			.map((date) -> Checks.warn(Subject.PHONE_ONLY, Message.of("check.phone-only", reset, mfa, date),
					Message.of("check.phone-only.next")))
			.orElseGet(() -> Checks.pass(Subject.PHONE_ONLY, Message.of("check.phone-only.open", reset, mfa)));
	}

	/**
	 * People who cannot reset and have another way back. It is no reset, and counts as
	 * none.
	 * @param byGap how many of them can sign in without the password, by the gap's word
	 * @return always a pass, which says how many
	 */
	public static Check otherWays(Map<String, Long> byGap) {
		if (byGap.isEmpty()) {
			return Checks.pass(Subject.OTHER_WAYS, Message.of("check.other-ways.none"));
		}
		String gaps = byGap.entrySet()
			.stream()
			.map((gap) -> gap.getKey() + ": " + gap.getValue())
			.collect(Collectors.joining(", "));
		return Checks.pass(Subject.OTHER_WAYS,
				Message.of("check.other-ways", byGap.values().stream().mapToLong(Long::longValue).sum(), gaps));
	}

	/**
	 * The same where the registration report cannot be read.
	 * @return a skipped check
	 */
	public static Check otherWaysUnknown() {
		return Findings.dependent(Subject.OTHER_WAYS, Subject.REGISTRATION_REPORT);
	}

	/**
	 * Whether accounts can be recovered with a Verified ID, as far as the tenant tells.
	 * @param profiles how many profiles are set up
	 * @return a pass, or skipped with the reason
	 */
	public static Check accountRecovery(Answer<Long> profiles) {
		if (profiles instanceof Answer.Unreadable<Long> unreadable) {
			return Checks.unanswered(Subject.ACCOUNT_RECOVERY, unreadable.obstacle(),
					Message.of("check.lost.recovery"));
		}
		long found = profiles.value().orElse(0L);
		return Checks.pass(Subject.ACCOUNT_RECOVERY, (found == 0) ? Message.of("check.recovery.none")
				: (found == 1) ? Message.of("check.recovery.one", found) : Message.of("check.recovery", found));
	}

	/**
	 * Licences on which Microsoft's pages disagree.
	 * @param people cloud-only accounts whose licence rests on an Office 365 plan alone
	 * @param stated what the job definition says: {@code true}, {@code false} or
	 * {@code unknown}
	 * @return a pass where there are none
	 */
	public static Check office365(long people, String stated) {
		if (people == 0) {
			return Checks.pass(Subject.OFFICE_365, Message.of("check.office-365.none"));
		}
		return Checks.warn(Subject.OFFICE_365, (people == 1) ? Message.of("check.office-365.one", stated)
				: Message.of("check.office-365", people, stated), Message.of("check.office-365.next"));
	}

	/**
	 * Phones to which Microsoft delivers nothing before the tenant asks for it.
	 * @param phones accepted phones by calling code, of the codes concerned
	 * @return a pass where there are none
	 */
	public static Check regionalOptIn(Map<String, Integer> phones) {
		if (phones.isEmpty()) {
			return Checks.pass(Subject.REGIONAL_OPT_IN, Message.of("check.region.none"));
		}
		String codes = phones.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + ": " + entry.getValue())
			.collect(Collectors.joining(", "));
		return Checks.warn(Subject.REGIONAL_OPT_IN, Message.of("check.region", codes), Message.of("check.region.next"));
	}

}
