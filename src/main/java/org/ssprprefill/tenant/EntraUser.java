package org.ssprprefill.tenant;

import java.util.List;
import java.util.Optional;

import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;

/**
 * A user of the tenant ({@code GET /users}).
 *
 * @param id the object id
 * @param userPrincipalName the sign-in name
 * @param employeeId HR's number; not unique in Entra
 * @param mail the work address
 * @param enabled whether the account may sign in
 * @param type member, external member or guest
 * @param synchronised whether the account comes from an on-premises directory, so that a
 * reset needs writeback ({@code onPremisesSyncEnabled} is true)
 * @param managementRestricted whether the account is in a restricted management
 * administrative unit
 * @param licences the assigned SKUs
 * @param plans the assigned service plans, of every status
 */
public record EntraUser(ObjectId id, UserPrincipalName userPrincipalName, Optional<EmployeeId> employeeId,
		Optional<UserPrincipalName> mail, boolean enabled, UserType type, boolean synchronised,
		boolean managementRestricted, List<AssignedLicence> licences, List<AssignedPlan> plans) {

	/**
	 * The kinds of account. An unknown one counts as guest: restraint first. Old accounts
	 * have none; there the name tells guests by its {@code #EXT#}.
	 */
	public enum UserType {

		/** A member of the organisation. */
		MEMBER,

		/**
		 * A member who signs in with another organisation's password
		 * ({@code creationType} is {@code Invitation}, or the name carries
		 * {@code #EXT#}): only that organisation resets it (entra-docs,
		 * concept-sspr-howitworks, "Password reset for B2B users").
		 */
		EXTERNAL,

		/** A guest, or a kind this program does not know. */
		GUEST

	}

	/**
	 * A SKU assigned to a user.
	 *
	 * @param skuId the SKU's id, lower-case
	 * @param disabledPlans the service plans switched off in this assignment, lower-case
	 */
	public record AssignedLicence(String skuId, List<String> disabledPlans) {
	}

	/**
	 * A service plan assigned to a user.
	 *
	 * @param servicePlanId the plan's id, lower-case
	 * @param capabilityStatus {@code Enabled}, {@code Warning}, {@code Suspended},
	 * {@code Deleted}, {@code LockedOut} or a word not known yet
	 */
	public record AssignedPlan(String servicePlanId, String capabilityStatus) {
	}

}
