package org.ssprprefill.graph;

import java.util.List;
import java.util.Set;

import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Obstacle;

/**
 * What is asked of the tenant, in words.
 *
 * @param words for example {@code role assignments}
 * @param family the throttle it falls under
 * @param permissions any one of these opens it; least privileged first
 */
record Question(Message words, Family family, List<String> permissions) {

	/**
	 * Codes of tenants without Entra ID P1 or P2, as seen by third parties: Microsoft
	 * documents none (graph issues 3581, 3759, 3808).
	 */
	private static final Set<String> LICENCE_CODES = Set.of("Authentication_RequestFromNonPremiumTenantOrB2CTenant",
			"AadPremiumLicenseRequired");

	static Question directory(Message words, String... permissions) {
		return new Question(words, Family.DIRECTORY, List.of(permissions));
	}

	/** Whether the tenant has no licence for the question. */
	static boolean isLicenceMissing(GraphResponse refusal) {
		return LICENCE_CODES.contains(refusal.code());
	}

	Obstacle obstacle(GraphResponse refusal) {
		Obstacle.Cause cause = cause(refusal);
		boolean helps = cause == Obstacle.Cause.PERMISSION_MISSING
				|| cause == Obstacle.Cause.REFUSED && !refusal.isSuccess();
		return new Obstacle(this.words, cause, helps ? this.permissions : List.of(), refusal.status(), refusal.code());
	}

	Obstacle notOffered() {
		return new Obstacle(this.words, Obstacle.Cause.NOT_OFFERED, List.of(), 0, "");
	}

	Obstacle implausible() {
		return new Obstacle(this.words, Obstacle.Cause.IMPLAUSIBLE, List.of(), 200, "");
	}

	private static Obstacle.Cause cause(GraphResponse refusal) {
		if (isLicenceMissing(refusal)) {
			return Obstacle.Cause.LICENCE_MISSING;
		}
		return switch (refusal.status()) {
			case 403 -> Obstacle.Cause.PERMISSION_MISSING;
			case 404, 405, 410, 501 -> Obstacle.Cause.NOT_OFFERED;
			default -> Obstacle.Cause.REFUSED;
		};
	}

}
