package org.ssprprefill.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Grants;

/**
 * The permissions that the token claims to carry, against those that the job needs. They
 * explain what other checks have found; none of them guards writing, because Graph tokens
 * are officially opaque and what the tenant answers decides.
 */
final class PermissionChecks {

	/** Nothing that a job could be better off without. */
	private static final Set<String> HARMLESS = Set.of("Organization.Read.All", "UserAuthMethod-Phone.Read.All",
			"UserAuthMethod-Email.Read.All", "VerifiedId-Profile.Read.All");

	private static final Map<String, String> ENOUGH = Map.ofEntries(
			Map.entry("Directory.Read.All",
					"User.Read.All, GroupMember.Read.All, RoleManagement.Read.Directory and LicenseAssignment.Read.All"
							+ " are enough"),
			Map.entry("Directory.ReadWrite.All", "nothing in the directory is written"),
			Map.entry("User.ReadWrite.All", "User.Read.All is enough"),
			Map.entry("Group.Read.All", "GroupMember.Read.All is enough"),
			Map.entry("Group.ReadWrite.All", "GroupMember.Read.All is enough"),
			Map.entry("GroupMember.ReadWrite.All", "GroupMember.Read.All is enough"),
			Map.entry("RoleManagement.ReadWrite.Directory", "RoleManagement.Read.Directory is enough"),
			Map.entry("RoleEligibilitySchedule.ReadWrite.Directory",
					"RoleEligibilitySchedule.Read.Directory is enough"),
			Map.entry("Policy.ReadWrite.AuthenticationMethod", "Policy.Read.AuthenticationMethod is enough"),
			Map.entry("UserAuthenticationMethod.Read.All", "the UserAuthMethod permissions of the job are enough"),
			Map.entry("UserAuthenticationMethod.ReadWrite.All",
					"the UserAuthMethod permissions of the job are enough where the cloud offers them"));

	private PermissionChecks() {
	}

	/**
	 * Whether the app may ask what the job asks.
	 * @param need the permission
	 * @param grants what the token says
	 * @param needless whether the tenant answered without it, or need not be asked
	 */
	static Check of(Need need, Grants grants, boolean needless) {
		if (!grants.known()) {
			return notVisible(need.subject());
		}
		Optional<String> granted = need.anyOf().stream().filter(grants.permissions()::contains).findFirst();
		if (granted.isPresent() || needless) {
			return Checks.pass(need.subject(), granted.map((permission) -> permission + " is granted.")
				.orElse("It is not needed: the question is answered without it."));
		}
		String detail = "The app lacks " + need.least() + ": " + need.lost() + ".";
		String remedy = "Grant it as application permission with admin consent.";
		return need.required() ? Checks.fail(need.subject(), detail, remedy)
				: Checks.warn(need.subject(), detail, remedy);
	}

	static Check notVisible(Subject subject) {
		return Checks.skipped(subject, Skip.NOT_VISIBLE, Message.of("check.write.silent"),
				Message.of("check.write.silent.next"));
	}

	/** Whether the app may do more than this job does. */
	static Check broad(Grants grants, Set<MethodKind> methods) {
		if (!grants.known()) {
			return notVisible(Subject.BROAD_PERMISSIONS);
		}
		Set<String> excess = new TreeSet<>(grants.permissions());
		excess.removeAll(HARMLESS);
		excess.removeAll(useful(methods));
		if (excess.isEmpty()) {
			return Checks.pass(Subject.BROAD_PERMISSIONS, "The app may do nothing that this job does not do.");
		}
		List<String> words = new ArrayList<>();
		for (String permission : excess) {
			words.add(permission + " (" + ENOUGH.getOrDefault(permission, "this job does not use it") + ")");
		}
		return Checks.warn(Subject.BROAD_PERMISSIONS, "More than needed: " + String.join("; ", words) + ".",
				"Grant what is enough first, then remove these; whoever gets hold of the credential can use them.");
	}

	private static Set<String> useful(Set<MethodKind> methods) {
		Set<String> useful = new TreeSet<>();
		Need.ALL.forEach((need) -> useful.add(need.least()));
		if (methods.stream().anyMatch(MethodKind::isPhone)) {
			useful.add("UserAuthMethod-Phone.ReadWrite.All");
		}
		if (methods.contains(MethodKind.EMAIL)) {
			useful.add("UserAuthMethod-Email.ReadWrite.All");
		}
		return useful;
	}

}
