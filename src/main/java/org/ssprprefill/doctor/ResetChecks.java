package org.ssprprefill.doctor;

import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Organization;

/** The checks of what stands between people and a reset, apart from methods. */
final class ResetChecks {

	private ResetChecks() {
	}

	/** The registration report is the only place where Graph shows the SSPR policy. */
	static Check scope(RegistrationTally report) {
		if (report.rows() == 0) {
			return emptyReport(Subject.SSPR_SCOPE);
		}
		if (report.enabled() == 0) {
			return Checks.fail(Subject.SSPR_SCOPE,
					"Nobody may reset a password: isSsprEnabled is false for all " + report.rows()
							+ " people in the registration report.",
					"In the Entra admin center under Password reset, Properties, choose Selected or All. The report"
							+ " shows a change after about 36 hours.");
		}
		return Checks.pass(Subject.SSPR_SCOPE,
				report.enabled() + " of " + report.rows() + " people in the registration report may reset.");
	}

	static Check methodsRequired(RegistrationTally report, int stated) {
		if (report.enoughWithOne() > 0) {
			String seen = "Microsoft counts people with exactly one method as registered (" + report.enoughWithOne()
					+ "), so one is enough";
			return (stated == 1) ? Checks.pass(Subject.METHODS_REQUIRED, seen + ".")
					: Checks.warn(Subject.METHODS_REQUIRED,
							seen + "; the job says 2, and reports too few people as covered.",
							"Compare Password reset, Authentication methods in the Entra admin center, then set"
									+ " sspr.methods-required to 1.");
		}
		if (report.notEnoughWithOne() == 0) {
			return Checks.skipped(Subject.METHODS_REQUIRED, Skip.NOTHING_TO_LOOK_AT,
					"Nobody in the registration report has exactly one method to judge by.",
					"Compare sspr.methods-required with Password reset, Authentication methods in the Entra admin"
							+ " center.");
		}
		String seen = "Microsoft does not count people with exactly one phone or e-mail as registered ("
				+ report.notEnoughWithOne() + ")";
		return (stated == 2) ? Checks.pass(Subject.METHODS_REQUIRED, seen + ", so two are needed.") : Checks.warn(
				Subject.METHODS_REQUIRED, seen + "; the job says that one is enough.",
				"Compare Password reset, Authentication methods in the Entra admin center. If it says 2, set"
						+ " sspr.methods-required to 2; if it says 1, ask Microsoft why these methods do not count.");
	}

	static Check administratorMethods(RegistrationTally report, Answer<Boolean> mayReset) {
		if (mayReset.value().filter((may) -> !may).isPresent()) {
			return Checks.skipped(Subject.ADMINISTRATOR_METHODS, Skip.NOT_CONFIGURED,
					"Administrators may not reset at all (allowedToUseSSPR is false).",
					"Nothing to do, if that is meant.");
		}
		if (report.administrators() == 0) {
			return Checks.skipped(Subject.ADMINISTRATOR_METHODS, Skip.NOTHING_TO_LOOK_AT,
					"The registration report lists no administrator.", "Nothing to do.");
		}
		String all = report.administrators() + " administrators in the registration report";
		return (report.administratorsWithout() == 0)
				? Checks.pass(Subject.ADMINISTRATOR_METHODS, "All " + all + " have the two methods they need.")
				: Checks.warn(Subject.ADMINISTRATOR_METHODS,
						report.administratorsWithout() + " of " + all + " lack the two methods they always need.",
						"Let them register at aka.ms/mysecurityinfo: this program never writes to administrators."
								+ " Test password reset with an ordinary person, not with an administrator.");
	}

	/**
	 * Administrators in the reset scope who may not reset get prompts to register that
	 * lead nowhere.
	 */
	static Check administratorPrompts(RegistrationTally report, Answer<Boolean> mayReset) {
		if (mayReset.value().isEmpty()) {
			return Findings.dependent(Subject.ADMINISTRATOR_PROMPTS, Subject.ADMINISTRATOR_RESET);
		}
		if (mayReset.value().get() || report.administratorsEnabled() == 0) {
			return Checks.pass(Subject.ADMINISTRATOR_PROMPTS, "No administrator is asked for what leads nowhere.");
		}
		return Checks.warn(Subject.ADMINISTRATOR_PROMPTS,
				report.administratorsEnabled() + " administrators are in the reset scope and may not reset"
						+ " (allowedToUseSSPR is false): they are asked to register and cannot satisfy it.",
				"Take administrators out of the reset scope, or set allowedToUseSSPR to true.");
	}

	static Check emptyReport(Subject subject) {
		return Checks.skipped(subject, Skip.NOTHING_TO_LOOK_AT, "The registration report is empty.",
				"Wait: a new tenant's report takes a day or two.");
	}

	/**
	 * Graph does not tell whether writeback is on: the flag that once did is out of use
	 * (entra-docs, tutorial-enable-sspr-writeback).
	 */
	static Check writeback(Organization organization, long synchronised, SsprStatement sspr) {
		if (!organization.synchronises() && synchronised == 0) {
			return Checks.pass(Subject.PASSWORD_WRITEBACK,
					"The tenant synchronises nobody, so that nothing needs writing back.");
		}
		String people = "The tenant synchronises people from an on-premises directory (" + synchronised + ")";
		if (sspr.passwordWriteback().isEmpty()) {
			return Checks.warn(Subject.PASSWORD_WRITEBACK,
					people + ", and the job does not say whether resets are written back: they stay not measurable.",
					"Look under Password reset, On-premises integration in the Entra admin center, then set"
							+ " sspr.password-writeback to on or off.");
		}
		return sspr.passwordWriteback().get()
				? Checks.pass(Subject.PASSWORD_WRITEBACK, people + ", and the job says that resets are written back.")
				: Checks.warn(Subject.PASSWORD_WRITEBACK,
						people + ", and the job says that resets are not written back: none of them can reset.",
						"Switch on password writeback in Entra Connect or cloud sync (it needs Entra ID P1 or P2 or"
								+ " Business Premium), then set sspr.password-writeback to on.");
	}

}
