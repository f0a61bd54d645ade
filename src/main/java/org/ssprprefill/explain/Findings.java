package org.ssprprefill.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.coverage.Verdict;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.timeline.Ending;
import org.ssprprefill.timeline.Timeline;

/**
 * What was read and what follows from it.
 *
 * @param file what was read
 * @param verdict the verdict of the coverage rules; nothing for an account not measured
 * @param timeline the announced endings that the verdict speaks of
 */
record Findings(PersonFile file, Optional<Verdict> verdict, Timeline timeline) {

	/** How far the report may be behind, with the second look that Microsoft advises. */
	private static final Duration REPORT_LAG = Duration.ofHours(48);

	/** The answer to one of the coverage conditions, where it was asked. */
	Optional<Ruling> condition(String id) {
		return this.verdict.flatMap((found) -> found.conditions()
			.stream()
			.filter((condition) -> condition.id().equals(id))
			.map((condition) -> condition.answer())
			.findFirst());
	}

	boolean failsOrUnknown(String condition) {
		return condition(condition).filter((answer) -> answer != Ruling.YES).isPresent();
	}

	/** Whether Microsoft's stricter rules apply, as the verdict saw it. */
	boolean administrator() {
		return condition("administrators-may-reset").isPresent();
	}

	boolean synchronised() {
		return this.file.user().synchronised();
	}

	boolean canReset() {
		return this.verdict.filter((found) -> found.canReset() == Ruling.YES).isPresent();
	}

	/** Whether the tenant says that it owns neither P1 nor P2. */
	boolean unlicensedTenant() {
		return this.file.tenant().registration() instanceof Answer.Unreadable<?> unreadable
				&& unreadable.obstacle().cause() == Obstacle.Cause.LICENCE_MISSING;
	}

	/**
	 * The ending that takes the reset from a person who has it today.
	 * @return nothing where no announced ending does
	 */
	Optional<Ending> loss() {
		return this.verdict.flatMap((found) -> {
			for (int index = 0; index < found.later().size(); index++) {
				if (found.later().get(index) != Ruling.YES) {
					return Optional.of(this.timeline.endings().get(index));
				}
			}
			return Optional.<Ending>empty();
		});
	}

	/** Whether the methods policy changed so recently that a test may still fail. */
	boolean justChanged() {
		Instant recent = this.file.askedAt().minus(REPORT_LAG);
		return this.file.tenant()
			.policy()
			.value()
			.flatMap(MethodsPolicy::lastModified)
			.filter((changed) -> changed.isAfter(recent))
			.isPresent();
	}

}
