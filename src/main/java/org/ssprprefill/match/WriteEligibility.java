package org.ssprprefill.match;

import java.util.Optional;

import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.EntraUser;

/**
 * Everything that may stand between a user and a write.
 *
 * @param enabled whether the account may sign in
 * @param type member, external member or guest
 * @param restrictedUnit whether the account is in a restricted management administrative
 * unit
 * @param resourceAccount whether the account is a room or a shared device
 * @param hold how the person holds a directory role, if at all
 * @param reportedAdministrator whether the registration report calls the person an
 * administrator
 * @param rolesReadable whether the tenant said who holds directory roles
 * @param excluded whether {@code scope.exclude} names the person or a group of theirs
 * @param inScopeGroup whether the person is in {@code scope.group}; {@code true} where
 * none is set
 */
public record WriteEligibility(boolean enabled, EntraUser.UserType type, boolean restrictedUnit,
		boolean resourceAccount, Optional<Administrators.Hold> hold, boolean reportedAdministrator,
		boolean rolesReadable, boolean excluded, boolean inScopeGroup) {

	/**
	 * The one barrier that is named to people: the first that stands, in the order in
	 * which {@link WriteBlock} declares them.
	 * @return the barrier, or nothing for a person who may be written to
	 */
	public Optional<WriteBlock> barrier() {
		for (WriteBlock barrier : WriteBlock.values()) {
			if (stands(barrier)) {
				return Optional.of(barrier);
			}
		}
		return Optional.empty();
	}

	private boolean stands(WriteBlock barrier) {
		return switch (barrier) {
			case EXTERNAL -> this.type == EntraUser.UserType.EXTERNAL;
			case ADMIN_ROLE -> holds(Administrators.Hold.ROLE);
			case ADMIN_ELIGIBLE -> holds(Administrators.Hold.ELIGIBLE);
			case ADMIN_THROUGH_GROUP -> holds(Administrators.Hold.THROUGH_GROUP);
			case ADMIN_REPORTED -> this.reportedAdministrator;
			case ROLES_UNREADABLE -> !this.rolesReadable;
			case EXCLUDED -> this.excluded;
			case GUEST -> this.type == EntraUser.UserType.GUEST;
			case DISABLED -> !this.enabled;
			case RESTRICTED_UNIT -> this.restrictedUnit;
			case RESOURCE_ACCOUNT -> this.resourceAccount;
			case NOT_IN_GROUP -> !this.inScopeGroup;
		};
	}

	private boolean holds(Administrators.Hold one) {
		return this.hold.filter((held) -> held == one).isPresent();
	}

}
