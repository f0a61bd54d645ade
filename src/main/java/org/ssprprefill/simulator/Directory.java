package org.ssprprefill.simulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.ssprprefill.simulator.SimulatedUser.Trait;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;

/** Accounts, groups and roles of the simulated tenant, found by any of their names. */
final class Directory {

	private static final Set<String> ONE_GATE = Set.of("Cloud Application Administrator", "Custom role",
			"Directory Readers", "Global Reader", "Guest Inviter", "Message Center Reader", "Reports Reader",
			"Security Operator", "Security Reader");

	private final TenantDescription description;

	private final Map<String, SimulatedUser> users = new LinkedHashMap<>();

	private final Map<String, String> idsByName = new HashMap<>();

	private final Map<String, SimulatedGroup> groups = new LinkedHashMap<>();

	private final List<RoleGrant> assignments;

	private final List<String> changedUsers = new ArrayList<>();

	Directory(TenantDescription description) {
		this.description = description;
		this.assignments = new ArrayList<>(description.assignments());
		for (SimulatedUser user : description.users()) {
			this.users.put(user.id(), user);
			this.idsByName.put(key(user.userPrincipalName()), user.id());
		}
		for (SimulatedGroup group : description.groups()) {
			this.groups.put(key(group.id()), group);
			this.idsByName.put(key(group.name()), key(group.id()));
		}
	}

	TenantDescription description() {
		return this.description;
	}

	synchronized List<SimulatedUser> users() {
		return List.copyOf(this.users.values());
	}

	synchronized Optional<SimulatedUser> user(String idOrName) {
		return Optional.ofNullable(this.users.get(id(idOrName)));
	}

	synchronized Optional<SimulatedGroup> group(String idOrName) {
		return Optional.ofNullable(this.groups.get(id(idOrName)));
	}

	String id(String idOrName) {
		return this.idsByName.getOrDefault(key(idOrName), key(idOrName));
	}

	synchronized List<RoleGrant> assignments() {
		return List.copyOf(this.assignments);
	}

	synchronized void grant(RoleGrant grant) {
		this.assignments.add(grant);
	}

	void disable(String idOrName) {
		change(idOrName, (user) -> user.with(Trait.DISABLED));
	}

	synchronized void change(String idOrName, UnaryOperator<SimulatedUser> change) {
		SimulatedUser user = this.users.get(id(idOrName));
		if (user == null) {
			throw new IllegalArgumentException("The simulated tenant has no user " + idOrName);
		}
		this.users.put(user.id(), change.apply(user));
		this.changedUsers.add(user.id());
	}

	synchronized void remove(String idOrName) {
		SimulatedUser user = this.users.remove(id(idOrName));
		if (user == null) {
			throw new IllegalArgumentException("The simulated tenant has no user " + idOrName);
		}
		this.changedUsers.add(user.id());
	}

	synchronized void removeGroup(String idOrName) {
		this.groups.remove(id(idOrName));
	}

	/** How many changes of accounts there were so far. */
	synchronized int changes() {
		return this.changedUsers.size();
	}

	/** Accounts changed after that many changes, and still there. */
	synchronized List<SimulatedUser> changedAfter(int seen) {
		return touchedAfter(seen).stream().filter(this.users::containsKey).map(this.users::get).toList();
	}

	/** The ids of accounts that went after that many changes. */
	synchronized List<String> removedAfter(int seen) {
		return touchedAfter(seen).stream().filter((id) -> !this.users.containsKey(id)).toList();
	}

	private Set<String> touchedAfter(int seen) {
		return new LinkedHashSet<>(
				this.changedUsers.subList(Math.min(seen, this.changedUsers.size()), this.changedUsers.size()));
	}

	/** The ids in a group; through nested groups, these included, if asked so. */
	synchronized List<String> members(SimulatedGroup group, boolean transitive) {
		Set<String> found = new LinkedHashSet<>();
		collect(group.members(), transitive, found);
		return List.copyOf(found);
	}

	private void collect(Collection<String> members, boolean transitive, Set<String> found) {
		for (String member : members) {
			SimulatedGroup nested = this.groups.get(id(member));
			if (found.add(id(member)) && transitive && nested != null) {
				collect(nested.members(), true, found);
			}
		}
	}

	/** Whether a role in force reaches the account, by itself or through a group. */
	synchronized boolean isAdministrator(SimulatedUser user) {
		return holds(user, (role) -> true);
	}

	/** Whether a role in force is under the stricter reset rules, as Learn lists them. */
	synchronized boolean isUnderTwoGates(SimulatedUser user) {
		return holds(user,
				(role) -> !DirectoryRole.find(role).map(DirectoryRole::name).filter(ONE_GATE::contains).isPresent());
	}

	private boolean holds(SimulatedUser user, Predicate<String> role) {
		return this.assignments.stream().filter((grant) -> role.test(grant.role())).anyMatch((grant) -> {
			SimulatedGroup group = this.groups.get(id(grant.holder()));
			return (group != null) ? members(group, false).contains(user.id()) : id(grant.holder()).equals(user.id());
		});
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
