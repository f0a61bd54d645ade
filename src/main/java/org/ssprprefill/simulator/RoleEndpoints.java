package org.ssprprefill.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.ssprprefill.simulator.TenantDescription.RoleGrant;

/** Directory roles: definitions, assignments, and what PIM adds. */
final class RoleEndpoints {

	private static final String PATH = "/roleManagement/directory/";

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
						(call, variables) -> grants(call, this.directory.assignments(), this::assignment)),
				Route.get(PATH + "roleEligibilityScheduleInstances", Set.of("RoleEligibilitySchedule.Read.Directory"),
						(call, variables) -> pim(call, this.directory.description().eligibilities(), "Eligibility")),
				Route.get(PATH + "roleAssignmentScheduleInstances", Set.of("RoleAssignmentSchedule.Read.Directory"),
						(call, variables) -> pim(call, this.directory.assignments(), "Assignment")));
	}

	private static Object definition(DirectoryRole role) {
		return Json.object("id", role.templateId(), "templateId", role.templateId(), "displayName", role.name(),
				"isBuiltIn", true, "isEnabled", true);
	}

	private Reply pim(Call call, List<RoleGrant> grants, String kind) {
		if (!this.directory.description().organization().pim()) {
			return Refusal.of(400, "AadPremiumLicenseRequired",
					"The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.");
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
		String principal = this.directory.id(grant.holder());
		return Json.object("id", SimulatedUser.idOf(role + principal), "principalId", principal, "roleDefinitionId",
				role, "directoryScopeId", "/", "appScopeId", null);
	}

	private Optional<Object> principal(String holder) {
		Optional<Object> user = this.directory.user(holder)
			.map((found) -> Shapes.typed("user", Shapes.user(found, Set.of())));
		return user.or(() -> this.directory.group(holder).map((found) -> Shapes.typed("group", Shapes.group(found))));
	}

}
