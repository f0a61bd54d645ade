package org.ssprprefill.doctor;

import java.util.List;

/**
 * A permission that every job reads with, as the least-privilege table of the README has
 * them.
 *
 * @param subject the check
 * @param proof the check whose pass shows that the permission is there, or not needed
 * @param anyOf the application permissions of which one is enough, the least first
 * (microsoft-graph-devx-content, {@code permissions.json}, 2026-08-07)
 * @param required whether nothing can be written without it
 * @param lost what is lost without it
 */
record Need(Subject subject, Subject proof, List<String> anyOf, boolean required, String lost) {

	private static final String EVERYTHING = "Directory.Read.All";

	static final List<Need> ALL = List.of(
			new Need(Subject.PERMISSION_USERS, Subject.USERS, List.of("User.Read.All", EVERYTHING), true,
					"nobody in the feed can be matched"),
			new Need(Subject.PERMISSION_ROLES, Subject.ROLES, List.of("RoleManagement.Read.Directory", EVERYTHING),
					true, "administrators cannot be told apart"),
			new Need(Subject.PERMISSION_ELIGIBLE_ROLES, Subject.ROLES,
					List.of("RoleEligibilitySchedule.Read.Directory"), true,
					"people who may activate an administrator role cannot be told apart"),
			new Need(Subject.PERMISSION_ELIGIBLE_GROUPS, Subject.ROLES,
					List.of("PrivilegedEligibilitySchedule.Read.AzureADGroup"), false,
					"nothing is written as soon as a group holds a role, unless the tenant has no licence for"
							+ " Privileged Identity Management"),
			new Need(Subject.PERMISSION_GROUPS, Subject.SCOPE_GROUP,
					List.of("GroupMember.Read.All", "Group.Read.All", EVERYTHING), false,
					"nothing is written as soon as a group holds a role or the scope names one, and a methods"
							+ " policy with groups says nothing"),
			new Need(Subject.PERMISSION_REPORT, Subject.REGISTRATION_REPORT, List.of("AuditLog.Read.All"), false,
					"coverage is mostly not measurable, and every person of the feed is read one by one"),
			new Need(Subject.PERMISSION_AUTHORIZATION_POLICY, Subject.ADMINISTRATOR_RESET, List.of("Policy.Read.All"),
					false, "coverage of administrators is not measurable"),
			new Need(Subject.PERMISSION_METHODS_POLICY, Subject.METHODS_POLICY,
					List.of("Policy.Read.AuthenticationMethod", "Policy.Read.All",
							"Policy.ReadWrite.AuthenticationMethod"),
					false, "whether a method is allowed rests on Microsoft's report alone"),
			new Need(Subject.PERMISSION_LICENCES, Subject.LICENCES,
					List.of("LicenseAssignment.Read.All", "Organization.Read.All", EVERYTHING), false,
					"products and seats are missing from the report"));

	/** The one to grant. */
	String least() {
		return this.anyOf.get(0);
	}

}
