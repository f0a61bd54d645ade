package org.ssprprefill.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.ssprprefill.simulator.SimulatedPolicies.MethodPolicy;

/** The policies, and the Verified ID profiles, of which there are none. */
final class PolicyEndpoints {

	private static final Set<String> READERS = Set.of("Policy.Read.AuthenticationMethod", "Policy.Read.All",
			"Policy.ReadWrite.AuthenticationMethod");

	private static final String PATH = "/policies/authenticationMethodsPolicy";

	private final Directory directory;

	private final Page page;

	PolicyEndpoints(Directory directory, Page page) {
		this.directory = directory;
		this.page = page;
	}

	List<Route> routes() {
		return List.of(Route.get(PATH, READERS, (call, variables) -> Reply.ok(methodsPolicy())),
				Route.get(PATH + "/authenticationMethodConfigurations", READERS,
						(call, variables) -> this.page.whole(call, configurations())),
				Route.get(PATH + "/authenticationMethodConfigurations/{}", READERS,
						(call, variables) -> configuration(variables.get(0))),
				Route.get("/identity/verifiedId/profiles", Set.of("VerifiedId-Profile.Read.All"),
						(call, variables) -> this.page.whole(call, List.of())),
				Route.get("/policies/authorizationPolicy", Set.of("Policy.Read.All"),
						(call, variables) -> Reply.ok(authorizationPolicy())));
	}

	private SimulatedPolicies policies() {
		return this.directory.description().policies();
	}

	private Map<String, Object> methodsPolicy() {
		return Json.object("id", "authenticationMethodsPolicy", "displayName", "Authentication Methods Policy",
				"description", "The tenant-wide policy that controls which authentication methods are allowed",
				"lastModifiedDateTime", "2026-01-15T09:30:00.1234567Z", "policyVersion", "1.5", "policyMigrationState",
				policies().migration(), "registrationEnforcement",
				Json.object("authenticationMethodsRegistrationCampaign", Json.object("snoozeDurationInDays", 1, "state",
						"default", "excludeTargets", List.of(), "includeTargets", List.of())),
				"authenticationMethodConfigurations", configurations());
	}

	private List<Object> configurations() {
		return policies().methods().stream().map((method) -> (Object) shape(method)).toList();
	}

	private Reply configuration(String id) {
		return policies().methods()
			.stream()
			.filter((method) -> method.id().equalsIgnoreCase(id))
			.findFirst()
			.map((method) -> Reply.ok(shape(method)))
			.orElseGet(() -> Refusal.notFound(id));
	}

	private Map<String, Object> shape(MethodPolicy method) {
		String name = method.id().substring(0, 1).toLowerCase(Locale.ROOT) + method.id().substring(1);
		List<Object> include = method.include().isEmpty() ? List.of(target("all_users", true))
				: method.include().stream().map((group) -> target(this.directory.id(group), true)).toList();
		Map<String, Object> shape = Shapes.typed(name + "AuthenticationMethodConfiguration",
				Json.object("id", method.id(), "state", method.enabled() ? "enabled" : "disabled"));
		shape.put("includeTargets", include);
		shape.put("excludeTargets",
				method.exclude().stream().map((group) -> target(this.directory.id(group), false)).toList());
		switch (method.id()) {
			case "Email" -> shape.put("allowExternalIdToUseEmailOtp", "default");
			case "Voice" -> shape.put("isOfficePhoneAllowed", true);
			default -> {
			}
		}
		return shape;
	}

	private static Object target(String id, boolean included) {
		Map<String, Object> target = Json.object("id", id, "targetType", "group");
		if (included) {
			target.put("isRegistrationRequired", false);
		}
		return target;
	}

	private Map<String, Object> authorizationPolicy() {
		return Json.object("id", "authorizationPolicy", "displayName", "Authorization Policy", "description",
				"Used to manage authorization related settings", "allowedToUseSSPR",
				policies().administratorsMayReset(), "allowedToSignUpEmailBasedSubscriptions", true,
				"allowEmailVerifiedUsersToJoinOrganization", false, "allowInvitesFrom", "everyone",
				"blockMsolPowerShell", false, "guestUserRoleId", "10dae51f-b6af-4016-8d66-8c2a99b929b3",
				"defaultUserRolePermissions", Json.object("allowedToCreateApps", true, "allowedToCreateSecurityGroups",
						true, "allowedToReadOtherUsers", true, "permissionGrantPoliciesAssigned", List.of()));
	}

}
