package org.ssprprefill.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.coverage.Verdict;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Registration;

/**
 * What was read and what follows from it.
 *
 * @param file what was read
 * @param verdict the verdict of the coverage rules; nothing for somebody not measured
 */
record Findings(PersonFile file, Optional<Verdict> verdict) {

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
	 * Whether something changed that the report cannot show yet: the methods policy, or a
	 * method that is registered and not listed.
	 */
	boolean justChanged() {
		Instant seen = this.file.row().map(Registration::asOf).orElse(this.file.askedAt().minus(REPORT_LAG));
		boolean policy = this.file.tenant()
			.policy()
			.value()
			.flatMap(MethodsPolicy::lastModified)
			.filter((changed) -> changed.isAfter(seen))
			.isPresent();
		return policy || this.file.row().filter(this::misses).isPresent();
	}

	private boolean misses(Registration row) {
		for (MethodKind kind : MethodKind.values()) {
			MethodAnswer answer = this.file.registered().about(this.file.user().id(), kind);
			if (answer instanceof MethodAnswer.Registered registered && registered.methods().containsKey(kind)
					&& !lists(row.methods(), kind)) {
				return true;
			}
		}
		return false;
	}

	private static boolean lists(Set<String> methods, MethodKind kind) {
		return methods.contains(switch (kind) {
			case MOBILE -> "mobilePhone";
			case OFFICE -> "officePhone";
			case ALTERNATE_MOBILE -> "alternateMobilePhone";
			case EMAIL -> "email";
		});
	}

}
