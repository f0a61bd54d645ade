package org.ssprprefill.doctor;

import java.util.Optional;

import org.ssprprefill.doctor.Check.Status;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Obstacle.Cause;

/** Makes checks; whether one guards writing is said where the question is asked. */
final class Checks {

	private Checks() {
	}

	static Check pass(Subject subject, Message detail) {
		return new Check(subject, subject.id(), Status.PASS, detail, Optional.empty(), Optional.empty(), false);
	}

	static Check warn(Subject subject, Message detail, Message remedy) {
		return new Check(subject, subject.id(), Status.WARN, detail, Optional.of(remedy), Optional.empty(), false);
	}

	static Check fail(Subject subject, Message detail, Message remedy) {
		return new Check(subject, subject.id(), Status.FAIL, detail, Optional.of(remedy), Optional.empty(), false);
	}

	/** A failure that means that nothing may be written. */
	static Check guard(Subject subject, Message detail, Message remedy) {
		return new Check(subject, subject.id(), Status.FAIL, detail, Optional.of(remedy), Optional.empty(), true);
	}

	static Check skipped(Subject subject, Skip because, Message detail, Message remedy) {
		return new Check(subject, subject.id(), Status.SKIPPED, detail, Optional.of(remedy), Optional.of(because),
				false);
	}

	static Check pass(Subject subject, String detail) {
		return pass(subject, Message.verbatim(detail));
	}

	static Check warn(Subject subject, String detail, String remedy) {
		return warn(subject, Message.verbatim(detail), Message.verbatim(remedy));
	}

	static Check fail(Subject subject, String detail, String remedy) {
		return fail(subject, Message.verbatim(detail), Message.verbatim(remedy));
	}

	static Check guard(Subject subject, String detail, String remedy) {
		return guard(subject, Message.verbatim(detail), Message.verbatim(remedy));
	}

	static Check skipped(Subject subject, Skip because, String detail, String remedy) {
		return skipped(subject, because, Message.verbatim(detail), Message.verbatim(remedy));
	}

	/** A question that the tenant will not answer, and that nothing written rests on. */
	static Check unanswered(Subject subject, Obstacle obstacle, Message consequence) {
		return skipped(subject, Skip.of(obstacle), words(obstacle).then(consequence), remedy(obstacle));
	}

	/** A question that the tenant must answer before anything is written. */
	static Check unansweredGuard(Subject subject, Obstacle obstacle) {
		return guard(subject, words(obstacle), remedy(obstacle));
	}

	private static Message words(Obstacle obstacle) {
		if (obstacle.cause() == Cause.IMPLAUSIBLE) {
			return Message.of("check.unanswered.implausible");
		}
		if (obstacle.cause() == Cause.NOT_OFFERED && obstacle.status() == 0) {
			return Message.of("check.unanswered.cloud", obstacle.question());
		}
		String answer = obstacle.status() + (obstacle.code().isEmpty() ? "" : ", " + obstacle.code());
		return (obstacle.cause() == Cause.PERMISSION_MISSING && !obstacle.permissions().isEmpty())
				? Message.of("check.unanswered.needs", obstacle.question(), answer, obstacle.permissions().get(0))
				: Message.of("check.unanswered", obstacle.question(), answer);
	}

	private static Message remedy(Obstacle obstacle) {
		if (obstacle.cause() == Cause.LICENCE_MISSING) {
			return Message.of("check.unanswered.licence");
		}
		if (obstacle.cause() == Cause.IMPLAUSIBLE) {
			return Message.of("check.unanswered.implausible.next");
		}
		return obstacle.permissions().isEmpty() ? Message.of("check.unanswered.exists")
				: Message.of("check.unanswered.grant", Message.joined("part.or", obstacle.permissions()));
	}

}
