package org.ssprprefill.coverage;

import org.ssprprefill.tenant.EntraUser;

/** Who counts: the enabled members in scope, administrators and excluded people too. */
public final class Population {

	private Population() {
	}

	/**
	 * Whether a user counts in every share and sum of the report.
	 * @param user the user
	 * @param inScope whether the user is in {@code scope.group}; {@code true} where none
	 * is set
	 * @param resourceAccount whether the account is a room or a shared device
	 * @return {@code false} for users that are listed, and not counted
	 */
	public static boolean includes(EntraUser user, boolean inScope, boolean resourceAccount) {
		return user.enabled() && user.type() == EntraUser.UserType.MEMBER && inScope && !resourceAccount;
	}

}
