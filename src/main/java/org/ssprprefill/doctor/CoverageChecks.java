package org.ssprprefill.doctor;

import java.util.List;

/** The checks of what a measurement of licences and coverage has shown. */
public final class CoverageChecks {

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
	 * What the end of Microsoft's SMS and voice on 2027-02-01 costs.
	 * @param losing people who can reset today, and not then
	 * @param savedByEmail those of them who could with an e-mail method
	 * @return a pass where it costs nothing
	 */
	public static Check february2027(long losing, long savedByEmail) {
		if (losing <= 0) {
			return Checks.pass(Subject.FEBRUARY_2027, "Nobody needs Microsoft's SMS and voice for a reset.");
		}
		return Checks.warn(Subject.FEBRUARY_2027,
				losing + ((losing == 1) ? " person who can reset today will" : " people who can reset today will")
						+ " not from 1 February 2027, when Microsoft ends SMS and voice; a private e-mail address"
						+ " would save " + savedByEmail + " of them.",
				"Register private e-mail addresses for them, or bring your own telecom provider.");
	}

}
