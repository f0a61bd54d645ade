package org.ssprprefill.match;

import org.ssprprefill.tenant.EntraUser.UserType;

/** Whose reset is measured, by the night, by {@code explain} and by {@code doctor}. */
public final class Population {

	private Population() {
	}

	/**
	 * Whether an account belongs to it, enabled or not. The password of a guest or
	 * external member is another organisation's, and a room has none to reset.
	 * @param type the kind of account
	 * @param resourceAccount whether the account is a room or a shared device
	 * @param inScopeGroup whether the person is in {@code scope.group}; {@code true}
	 * where none is set
	 * @return {@code true} for a member of the organisation in scope
	 */
	public static boolean includes(UserType type, boolean resourceAccount, boolean inScopeGroup) {
		return type == UserType.MEMBER && !resourceAccount && inScopeGroup;
	}

}
