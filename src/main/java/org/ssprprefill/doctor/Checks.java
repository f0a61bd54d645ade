package org.ssprprefill.doctor;

import java.util.Optional;

import org.ssprprefill.doctor.Check.Status;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Obstacle.Cause;

/** Makes checks; whether one guards writing is said where the question is asked. */
final class Checks {

	private Checks() {
	}

	static Check pass(Subject subject, String detail) {
		return new Check(subject, subject.id(), Status.PASS, detail, Optional.empty(), Optional.empty(), false);
	}

	static Check warn(Subject subject, String detail, String remedy) {
		return new Check(subject, subject.id(), Status.WARN, detail, Optional.of(remedy), Optional.empty(), false);
	}

	static Check fail(Subject subject, String detail, String remedy) {
		return new Check(subject, subject.id(), Status.FAIL, detail, Optional.of(remedy), Optional.empty(), false);
	}

	/** A failure that means that nothing may be written. */
	static Check guard(Subject subject, String detail, String remedy) {
		return new Check(subject, subject.id(), Status.FAIL, detail, Optional.of(remedy), Optional.empty(), true);
	}

	static Check skipped(Subject subject, Skip because, String detail, String remedy) {
		return new Check(subject, subject.id(), Status.SKIPPED, detail, Optional.of(remedy), Optional.of(because),
				false);
	}

	/** A question that the tenant will not answer, and that nothing written rests on. */
	static Check unanswered(Subject subject, Obstacle obstacle, String consequence) {
		return skipped(subject, Skip.of(obstacle), (words(obstacle) + " " + consequence).strip(), remedy(obstacle));
	}

	/** A question that the tenant must answer before anything is written. */
	static Check unansweredGuard(Subject subject, Obstacle obstacle) {
		return guard(subject, words(obstacle), remedy(obstacle));
	}

	private static String words(Obstacle obstacle) {
		if (obstacle.cause() == Cause.IMPLAUSIBLE) {
			return "The tenant answered that no account holds or may activate an administrator role, which cannot be"
					+ " true.";
		}
		if (obstacle.cause() == Cause.NOT_OFFERED && obstacle.status() == 0) {
			return "This cloud does not offer " + obstacle.question() + ".";
		}
		boolean permission = obstacle.cause() == Cause.PERMISSION_MISSING && !obstacle.permissions().isEmpty();
		return "The tenant did not answer the question for " + obstacle.question() + " (HTTP " + obstacle.status()
				+ (obstacle.code().isEmpty() ? ")" : ", " + obstacle.code() + ")")
				+ (permission ? ", which needs " + obstacle.permissions().get(0) + "." : ".");
	}

	private static String remedy(Obstacle obstacle) {
		if (obstacle.cause() == Cause.LICENCE_MISSING) {
			return "It needs Microsoft Entra ID P1 or P2 in the tenant.";
		}
		if (obstacle.cause() == Cause.IMPLAUSIBLE) {
			return "Look at Roles and administrators in the Entra admin center, and find out what answers for the"
					+ " tenant with less.";
		}
		return obstacle.permissions().isEmpty() ? "Check that it exists and that this cloud offers it."
				: "Grant the app " + String.join(" or ", obstacle.permissions()) + " with admin consent.";
	}

}
