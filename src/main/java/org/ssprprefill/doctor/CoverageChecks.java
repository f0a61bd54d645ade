package org.ssprprefill.doctor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
			return Checks.fail(Subject.SUBSCRIPTIONS,
					"Ended, so that their licences do not count: " + String.join("; ", ended) + "."
							+ (ending.isEmpty() ? "" : " About to end: " + String.join("; ", ending) + "."),
					"Renew the subscription, or assign licences of another one to its people.");
		}
		if (!ending.isEmpty() || people > 0) {
			return Checks.warn(Subject.SUBSCRIPTIONS,
					(ending.isEmpty() ? "Service plans of people are about to end."
							: "About to end: " + String.join("; ", ending) + ".") + " " + people
							+ " people are licensed for a reset by nothing else; their licences count until then.",
					"Renew the subscription before it is suspended.");
		}
		return Checks.pass(Subject.SUBSCRIPTIONS, "No subscription that allows resets is ending.");
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
					"Nobody's methods were confirmed more than 48 hours before Microsoft's report.",
					"Nothing to do; a later run answers it.");
		}
		String detail = "Of " + confirmed + " people with enough methods, one of them confirmed more than 48 hours"
				+ " before Microsoft's report, it counts " + registered + " as registered.";
		if (registered * 2 < confirmed) {
			return Checks.fail(Subject.EFFECTIVENESS, detail,
					"Do not widen the pilot: Microsoft may not count methods that an app adds. Try a reset with one"
							+ " of these people, compare sspr.methods-required with the tenant, and ask Microsoft.");
		}
		if (registered * 10 < confirmed * 9) {
			return Checks.warn(Subject.EFFECTIVENESS, detail,
					"Compare sspr.methods-required with the tenant, and try a reset with one of the others.");
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
			return Checks.pass(Subject.FEBRUARY_2027, "Nobody loses the reset by an announced ending.");
		}
		String dates = losses.entrySet()
			.stream()
			.filter((loss) -> loss.getValue() > 0)
			.map((loss) -> loss.getKey() + ": " + loss.getValue())
			.collect(Collectors.joining(", "));
		return Checks.warn(Subject.FEBRUARY_2027,
				losing + ((losing == 1) ? " person" : " people") + " who can reset today will lose it by announced"
						+ " endings (" + dates + "); a private e-mail address would save " + savedByEmail + " of them.",
				"Register private e-mail addresses for them, or bring your own telecom provider.");
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
			return Checks.pass(Subject.PHONE_ONLY, "Nobody depends on a phone alone.");
		}
		String people = "For a reset " + reset + " depend on phones alone; as second factor for signing in " + mfa
				+ " have a phone alone.";
		return end
			.map((date) -> Checks.warn(Subject.PHONE_ONLY, people + " From " + date
					+ " on Microsoft demands a passkey of"
					+ " the latter, which they cannot skip, and a mobile that is prefilled for others brings them there"
					+ " too; a private e-mail address never does.",
					"The plan that lasts: methods.mobile off and methods.email missing, and the Authenticator app for"
							+ " signing in. undo takes the phones of a run back."))
			.orElseGet(() -> Checks.pass(Subject.PHONE_ONLY, people));
	}

	/**
	 * People who cannot reset and have another way back. It is no reset, and counts as
	 * none.
	 * @param byGap how many of them can sign in without the password, by the gap's word
	 * @return always a pass, which says how many
	 */
	public static Check otherWays(Map<String, Long> byGap) {
		if (byGap.isEmpty()) {
			return Checks.pass(Subject.OTHER_WAYS,
					"Nobody who cannot reset has a method registered that signs in without the password.");
		}
		String gaps = byGap.entrySet()
			.stream()
			.map((gap) -> gap.getKey() + ": " + gap.getValue())
			.collect(Collectors.joining(", "));
		return Checks.pass(Subject.OTHER_WAYS,
				byGap.values().stream().mapToLong(Long::longValue).sum()
						+ " of the people who cannot reset can sign in without the password (" + gaps
						+ "). That is another way back, and no reset.");
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
					"Nothing else rests on it: account recovery is no reset.");
		}
		long found = profiles.value().orElse(0L);
		return Checks.pass(Subject.ACCOUNT_RECOVERY,
				(found == 0) ? "No profile for account recovery with a Verified ID is set up."
						: found + ((found == 1) ? " profile" : " profiles")
								+ " of Verified ID set up: people with Entra ID P1 may recover an account with them,"
								+ " which is no reset.");
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
			return Checks.pass(Subject.OFFICE_365, "Nobody\u2019s licence rests on an Office 365 plan alone.");
		}
		String accounts = (people == 1) ? " cloud-only account rests" : " cloud-only accounts rests";
		return Checks.warn(Subject.OFFICE_365,
				"The licence of " + people + accounts + " on an Office 365 plan alone, on which Microsoft\u2019s pages"
						+ " disagree (" + OFFICE_365_PAGES + "). The job says: " + stated + ".",
				"Ask Microsoft or your licence partner, then set sspr.office-365-entitles to true or false.");
	}

	/**
	 * Phones to which Microsoft delivers nothing before the tenant asks for it.
	 * @param phones accepted phones by calling code, of the codes concerned
	 * @return a pass where there are none
	 */
	public static Check regionalOptIn(Map<String, Integer> phones) {
		if (phones.isEmpty()) {
			return Checks.pass(Subject.REGIONAL_OPT_IN, "No phone of the feed is in a region that needs a request.");
		}
		String codes = phones.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + ": " + entry.getValue())
			.collect(Collectors.joining(", "));
		return Checks.warn(Subject.REGIONAL_OPT_IN,
				"Phones of the feed in regions to which Microsoft sends SMS and makes calls only after a support request"
						+ " of the tenant (" + codes + ").",
				"Have one of these people try a reset by phone; if nothing arrives, ask Microsoft's support to enable"
						+ " these regions, or register private e-mail addresses.");
	}

}
