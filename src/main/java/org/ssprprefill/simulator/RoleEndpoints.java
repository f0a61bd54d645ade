package org.ssprprefill.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ssprprefill.simulator.TenantDescription.RoleGrant;

/** Directory roles: definitions, assignments, and what PIM adds. */
final class RoleEndpoints {

	private static final String PATH = "/roleManagement/directory/";

	private static final String GROUP_ELIGIBILITIES = "/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances";

	private static final Pattern GROUP_FILTER = Pattern.compile("groupId eq '([^']*)'");

	private static final SimulatedUser FIRST_ADMINISTRATOR = SimulatedUser.of("first-administrator@tenant.invalid");

	private static final String LONG_AGO = "2024-01-01T08:00:00Z";

	private final Directory directory;

	private final Page page;

	RoleEndpoints(Directory directory, Page page) {
		this.directory = directory;
		this.page = page;
	}

	List<Route> routes() {
		Set<String> readers = Set.of("RoleManagement.Read.Directory", "Directory.Read.All");
		return List.of(
				Route.get(PATH + "roleDefinitions", readers,
						(call, variables) -> this.page.of(call, DirectoryRole.all(), RoleEndpoints::definition)),
				Route.get(PATH + "roleAssignments", readers,
						(call, variables) -> grants(call, assignments(), this::assignment)),
				Route.get(GROUP_ELIGIBILITIES, Set.of("PrivilegedEligibilitySchedule.Read.AzureADGroup"),
						(call, variables) -> groupEligibilities(call)),
				Route.get(PATH + "roleEligibilityScheduleInstances", Set.of("RoleEligibilitySchedule.Read.Directory"),
						(call, variables) -> pim(call, this.directory.description().eligibilities(), "Eligibility")),
				Route.get(PATH + "roleAssignmentScheduleInstances", Set.of("RoleAssignmentSchedule.Read.Directory"),
						(call, variables) -> pim(call, this.directory.assignments(), "Assignment")));
	}

	/** A tenant that describes no role has its first administrator, who is not listed. */
	private List<RoleGrant> assignments() {
		List<RoleGrant> assignments = this.directory.assignments();
		boolean described = !assignments.isEmpty() || !this.directory.description().eligibilities().isEmpty();
		return described ? assignments
				: List.of(new RoleGrant("Global Administrator", FIRST_ADMINISTRATOR.userPrincipalName()));
	}

	/** Whether this is a filter that the endpoint serves. */
	static boolean filters(Call call) {
		return call.path().equals(GROUP_ELIGIBILITIES);
	}

	private Reply groupEligibilities(Call call) {
		if (!this.directory.description().organization().pim()) {
			return unlicensed();
		}
		Matcher filter = GROUP_FILTER.matcher(call.query().getOrDefault("$filter", ""));
		if (!filter.matches()) {
			return Refusal.badRequest("The filter must name a groupId.");
		}
		String group = this.directory.id(filter.group(1));
		List<RoleGrant> eligible = this.directory.group(group)
			.map(SimulatedGroup::eligible)
			.orElse(List.of())
			.stream()
			.map((name) -> new RoleGrant("member", name))
			.toList();
		return grants(call, eligible, (grant) -> {
			String principal = this.directory.id(grant.holder());
			return Json.object("id", SimulatedUser.idOf(group + principal), "principalId", principal, "groupId", group,
					"accessId", grant.role(), "memberType", "direct", "startDateTime", LONG_AGO, "endDateTime", null);
		});
	}

	private static Reply unlicensed() {
		return Refusal.of(400, "AadPremiumLicenseRequired",
				"The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.");
	}

	private static Object definition(DirectoryRole role) {
		return Json.object("id", role.templateId(), "templateId", role.templateId(), "displayName", role.name(),
				"isBuiltIn", true, "isEnabled", true);
	}

	private Reply pim(Call call, List<RoleGrant> grants, String kind) {
		if (!this.directory.description().organization().pim()) {
			return unlicensed();
		}
		return grants(call, grants, (grant) -> instance(grant, kind));
	}

	private Reply grants(Call call, List<RoleGrant> grants, Function<RoleGrant, Map<String, Object>> shape) {
		boolean expand = call.query().getOrDefault("$expand", "").startsWith("principal");
		return this.page.of(call, grants, (grant) -> {
			Map<String, Object> item = shape.apply(grant);
			if (expand) {
				principal(grant.holder()).ifPresent((principal) -> item.put("principal", principal));
			}
			return item;
		});
	}

	private Map<String, Object> assignment(RoleGrant grant) {
		Map<String, Object> assignment = common(grant);
		assignment.put("principalOrganizationId", this.directory.description().organization().id());
		assignment.put("resourceScope", "/");
		return assignment;
	}

	private Map<String, Object> instance(RoleGrant grant, String kind) {
		Map<String, Object> instance = common(grant);
		instance.put("memberType", "Direct");
		instance.put("startDateTime", LONG_AGO);
		instance.put("endDateTime", null);
		instance.put("role" + kind + "ScheduleId", instance.get("id"));
		if (kind.equals("Assignment")) {
			instance.put("assignmentType", "Assigned");
		}
		return instance;
	}

	private Map<String, Object> common(RoleGrant grant) {
		String role = DirectoryRole.find(grant.role())
			.map(DirectoryRole::templateId)
			.orElseThrow(() -> new IllegalArgumentException("The simulated tenant has no role " + grant.role()));
		String principal = isFirst(grant.holder()) ? FIRST_ADMINISTRATOR.id() : this.directory.id(grant.holder());
		return Json.object("id", SimulatedUser.idOf(role + principal), "principalId", principal, "roleDefinitionId",
				role, "directoryScopeId", "/", "appScopeId", null);
	}

	private static boolean isFirst(String holder) {
		return holder.equals(FIRST_ADMINISTRATOR.userPrincipalName());
	}

	private Optional<Object> principal(String holder) {
		if (isFirst(holder)) {
			return Optional.of(Shapes.typed("user", Shapes.user(FIRST_ADMINISTRATOR, Set.of())));
		}
		Optional<Object> user = this.directory.user(holder)
			.map((found) -> Shapes.typed("user", Shapes.user(found, Set.of())));
		return user.or(() -> this.directory.group(holder).map((found) -> Shapes.typed("group", Shapes.group(found))));
	}

}
