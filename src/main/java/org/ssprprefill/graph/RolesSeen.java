package org.ssprprefill.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Administrators.Hold;
import org.ssprprefill.tenant.RolesHeld;

/**
 * What pages of role assignments and of group members have shown. They come in any order,
 * so what follows from them is concluded at the end: a group hands its roles on to each
 * of its members, through groups in it too.
 */
final class RolesSeen {

	private static final String WHOLE_TENANT = "/";

	private final Map<ObjectId, Hold> holds = new HashMap<>();

	private final Map<ObjectId, Held> users = new HashMap<>();

	private final Map<ObjectId, Held> groups = new LinkedHashMap<>();

	private final Map<ObjectId, Set<ObjectId>> usersIn = new HashMap<>();

	private final Map<ObjectId, Set<ObjectId>> eligibleIn = new HashMap<>();

	private final Map<ObjectId, Set<ObjectId>> groupsIn = new HashMap<>();

	private final Set<ObjectId> surelyGroups = new HashSet<>();

	private final Set<ObjectId> read = new HashSet<>();

	/** The roles of a person or group: held now for the whole tenant, or otherwise. */
	private static final class Held {

		private final Set<String> now = new HashSet<>();

		private final Set<String> otherwise = new HashSet<>();

		private boolean throughGroup;

		/** Whether anything was new. */
		boolean add(Held more) {
			boolean news = this.now.addAll(more.now);
			return this.otherwise.addAll(more.otherwise) || news;
		}

		Set<String> all() {
			Set<String> all = new HashSet<>(this.now);
			all.addAll(this.otherwise);
			return Set.copyOf(all);
		}

	}

	/**
	 * Takes an assignment or eligibility.
	 * @param assignment as Graph tells it, with its principal where it could be expanded
	 * @param hold whether it is one or the other
	 */
	void assignment(JsonNode assignment, Hold hold) {
		JsonNode principal = assignment.path("principal");
		Held role = role(assignment, hold);
		Ids.of(assignment.path("principalId")).or(() -> Ids.of(principal.path("id"))).ifPresent((id) -> {
			if (GroupMembers.isUser(principal)) {
				user(id, hold, role);
			}
			if (GroupMembers.isGroup(principal)) {
				this.surelyGroups.add(id);
			}
			if (GroupMembers.isGroup(principal) || GroupMembers.isUntyped(principal)) {
				group(id).add(role);
			}
		});
	}

	private static Held role(JsonNode assignment, Hold hold) {
		Held role = new Held();
		boolean whole = WHOLE_TENANT.equals(assignment.path("directoryScopeId").asString(WHOLE_TENANT));
		(whole && hold == Hold.ROLE ? role.now : role.otherwise).add(assignment.path("roleDefinitionId").asString(""));
		return role;
	}

	/**
	 * Takes a member of a group, or who may come in at any time.
	 * @param group the group
	 * @param member a user, a group or something else
	 */
	void member(ObjectId group, JsonNode member) {
		Ids.of(member.path("id")).ifPresent((id) -> {
			if (GroupMembers.isUser(member)) {
				this.usersIn.computeIfAbsent(group, (unused) -> new LinkedHashSet<>()).add(id);
			}
			if (GroupMembers.isGroup(member)) {
				this.surelyGroups.add(id);
				this.groupsIn.computeIfAbsent(group, (unused) -> new LinkedHashSet<>()).add(id);
				group(id);
			}
		});
	}

	/**
	 * Takes an eligibility for a group that holds roles.
	 * @param group the group
	 * @param instance as Graph tells it, with its principal where it could be expanded
	 */
	void eligible(ObjectId group, JsonNode instance) {
		JsonNode principal = instance.path("principal");
		Ids.of(instance.path("principalId")).or(() -> Ids.of(principal.path("id"))).ifPresent((id) -> {
			if (GroupMembers.isUser(principal)) {
				this.eligibleIn.computeIfAbsent(group, (unused) -> new LinkedHashSet<>()).add(id);
			}
			if (GroupMembers.isGroup(principal)) {
				this.surelyGroups.add(id);
			}
			if (GroupMembers.isGroup(principal) || GroupMembers.isUntyped(principal)) {
				this.groupsIn.computeIfAbsent(group, (unused) -> new LinkedHashSet<>()).add(id);
				group(id);
			}
		});
	}

	/** The groups that hold roles and were not named here before. */
	List<ObjectId> unread() {
		List<ObjectId> unread = this.groups.keySet().stream().filter((group) -> !this.read.contains(group)).toList();
		this.read.addAll(unread);
		return unread;
	}

	/** Whether the tenant has said that this is a group; it may leave that open. */
	boolean isSurelyGroup(ObjectId id) {
		return this.surelyGroups.contains(id);
	}

	private Held group(ObjectId id) {
		return this.groups.computeIfAbsent(id, (unused) -> new Held());
	}

	/** What a group holds now, its eligible members may hold later. */
	private static Held later(Held group) {
		Held later = new Held();
		later.otherwise.addAll(group.all());
		return later;
	}

	private void user(ObjectId id, Hold hold, Held roles) {
		this.holds.merge(id, hold, (one, other) -> (one.compareTo(other) <= 0) ? one : other);
		Held own = this.users.computeIfAbsent(id, (unused) -> new Held());
		own.add(roles);
		own.throughGroup |= hold == Hold.THROUGH_GROUP;
	}

	/**
	 * All holders of a role, one way or another.
	 * @param pimInUse whether eligibilities could be read
	 */
	Administrators administrators(boolean pimInUse) {
		boolean news = true;
		while (news) {
			news = handOn();
		}
		this.usersIn
			.forEach((group, members) -> members.forEach((user) -> user(user, Hold.THROUGH_GROUP, group(group))));
		this.eligibleIn
			.forEach((group, members) -> members.forEach((user) -> user(user, Hold.ELIGIBLE, later(group(group)))));
		Map<ObjectId, Set<String>> roles = new HashMap<>();
		Map<ObjectId, RolesHeld> held = new HashMap<>();
		this.users.forEach((user, own) -> {
			roles.put(user, own.all());
			held.put(user, new RolesHeld(own.now, own.otherwise, own.throughGroup));
		});
		return new Administrators(Map.copyOf(this.holds), Map.copyOf(roles), Map.copyOf(held), pimInUse);
	}

	/** Whether any group got a role it did not have. */
	private boolean handOn() {
		boolean news = false;
		for (Map.Entry<ObjectId, Set<ObjectId>> entry : this.groupsIn.entrySet()) {
			for (ObjectId inner : entry.getValue()) {
				news |= group(inner).add(group(entry.getKey()));
			}
		}
		return news;
	}

}
