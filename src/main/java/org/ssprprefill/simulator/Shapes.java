package org.ssprprefill.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ssprprefill.simulator.SimulatedUser.Trait;

/** How Graph writes users and groups. */
final class Shapes {

	private static final Set<String> DEFAULTS = Set.of("businessPhones", "displayName", "givenName", "id", "jobTitle",
			"mail", "mobilePhone", "officeLocation", "preferredLanguage", "surname", "userPrincipalName");

	private static final String LONG_AGO = "2024-01-01T08:00:00Z";

	private Shapes() {
	}

	/** A user with the selected properties, or the default ones; {@code id} always. */
	static Map<String, Object> user(SimulatedUser user, Set<String> selected) {
		Map<String, Object> all = properties(user);
		Map<String, Object> shown = new LinkedHashMap<>();
		Set<String> names = selected.isEmpty() ? DEFAULTS : selected;
		all.forEach((name, value) -> {
			if (name.equals("id") || names.contains(name)) {
				shown.put(name, value);
			}
		});
		return shown;
	}

	/** A property that Graph does not know for users, if one is selected. */
	static List<String> unknown(Set<String> selected) {
		Set<String> known = properties(SimulatedUser.of("x@example.org")).keySet();
		return selected.stream().filter((name) -> !known.contains(name)).toList();
	}

	private static Map<String, Object> properties(SimulatedUser user) {
		String[] names = user.displayName().split(" ", 2);
		return Json.object("id", user.id(), "displayName", user.displayName(), "givenName", names[0], "surname",
				(names.length > 1) ? names[1] : null, "userPrincipalName", user.userPrincipalName(), "mail",
				user.mail().orElse(null), "businessPhones", List.of(), "jobTitle", null, "mobilePhone", null,
				"officeLocation", null, "preferredLanguage", null, "accountEnabled", !user.is(Trait.DISABLED),
				"employeeId", user.employeeId().orElse(null), "userType", user.is(Trait.GUEST) ? "Guest" : "Member",
				"creationType", user.is(Trait.GUEST) || user.is(Trait.INVITED) ? "Invitation" : null,
				"onPremisesSyncEnabled", user.is(Trait.SYNCHRONISED) ? Boolean.TRUE : null, "isManagementRestricted",
				user.is(Trait.RESTRICTED_UNIT) ? Boolean.TRUE : null, "assignedLicenses", licences(user),
				"assignedPlans", plans(user), "otherMails", List.of());
	}

	private static List<Object> licences(SimulatedUser user) {
		return user.licences().stream().map(Licence::of).map((licence) -> {
			Map<String, String> plans = licence.product().plans();
			return (Object) Json.object("skuId", licence.product().id(), "disabledPlans",
					licence.without().stream().map((plan) -> plans.getOrDefault(plan, plan)).toList());
		}).toList();
	}

	private static List<Object> plans(SimulatedUser user) {
		List<Object> plans = new ArrayList<>();
		for (Licence licence : user.licences().stream().map(Licence::of).toList()) {
			licence.product()
				.plans()
				.forEach((name,
						id) -> plans.add(Json.object("assignedDateTime", LONG_AGO, "capabilityStatus",
								licence.without().contains(name) ? "Deleted" : "Enabled", "service", service(name),
								"servicePlanId", id)));
		}
		return plans;
	}

	private static String service(String plan) {
		if (plan.startsWith("AAD")) {
			return "AADPremiumService";
		}
		return plan.startsWith("EXCHANGE") ? "exchange" : "TeamspaceAPI";
	}

	static Map<String, Object> group(SimulatedGroup group) {
		return Json.object("id", group.id(), "displayName", group.name(), "isAssignableToRole", group.roleAssignable(),
				"securityEnabled", true, "mailEnabled", false, "groupTypes", List.of());
	}

	/** The same object, saying what it is. */
	static Map<String, Object> typed(String type, Map<String, Object> object) {
		Map<String, Object> typed = Json.object("@odata.type", "#microsoft.graph." + type);
		typed.putAll(object);
		return typed;
	}

}
