package org.ssprprefill.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.ssprprefill.simulator.SimulatedPolicies.MethodPolicy;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;
import org.ssprprefill.simulator.TenantDescriptionException.Problem;

/** Whether the names inside a description lead somewhere. */
final class References {

	private final TenantDescription description;

	private final Set<String> users = new HashSet<>();

	private final Set<String> groups = new HashSet<>();

	private final List<Problem> problems = new ArrayList<>();

	private References(TenantDescription description) {
		this.description = description;
		description.groups().forEach((group) -> {
			this.groups.add(key(group.name()));
			this.groups.add(key(group.id()));
		});
	}

	static List<Problem> problems(TenantDescription description) {
		References references = new References(description);
		references.checkUsers();
		references.checkGroups();
		references.checkRoles();
		references.checkPolicies();
		return references.problems;
	}

	private void checkUsers() {
		for (SimulatedUser user : this.description.users()) {
			boolean first = this.users.add(key(user.userPrincipalName()));
			if (!first || (!key(user.userPrincipalName()).equals(user.id()) && !this.users.add(user.id()))) {
				problem("users", user.userPrincipalName(), "describe every account once");
			}
			user.licences().forEach((text) -> checkLicence(user, Licence.of(text)));
		}
	}

	private void checkLicence(SimulatedUser user, Licence licence) {
		boolean bought = this.description.skus()
			.stream()
			.anyMatch((sku) -> sku.partNumber().equals(licence.partNumber()));
		if (!bought) {
			problem("users." + user.userPrincipalName() + ".licences", licence.partNumber(),
					"add the product to 'skus', or correct the part number");
		}
		for (String plan : licence.without()) {
			boolean part = Product.find(licence.partNumber())
				.filter((product) -> product.plans().containsKey(plan))
				.isPresent();
			if (!part) {
				problem("users." + user.userPrincipalName() + ".licences", plan, "name a service plan of that product");
			}
		}
	}

	private void checkGroups() {
		for (SimulatedGroup group : this.description.groups()) {
			Stream.concat(group.members().stream(), group.owners().stream())
				.filter((member) -> !isUser(member) && !isGroup(member))
				.forEach((member) -> problem("groups." + group.name(), member,
						"name an account or group described here"));
		}
	}

	private void checkRoles() {
		Stream.concat(this.description.assignments().stream(), this.description.eligibilities().stream())
			.map(RoleGrant::holder)
			.filter((holder) -> !isUser(holder) && !isGroup(holder))
			.forEach((holder) -> problem("roles", holder, "name an account or group described here"));
	}

	private void checkPolicies() {
		for (MethodPolicy method : this.description.policies().methods()) {
			Stream.concat(method.include().stream(), method.exclude().stream())
				.filter((group) -> !isGroup(group))
				.forEach((group) -> problem("policies." + method.id(), group, "name a group described here"));
		}
	}

	private boolean isUser(String name) {
		return this.users.contains(key(name));
	}

	private boolean isGroup(String name) {
		return this.groups.contains(key(name));
	}

	private void problem(String key, String value, String remedy) {
		this.problems.add(new Problem(key, value, remedy));
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
