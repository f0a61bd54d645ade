package org.ssprprefill.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.microsoft.graph.rolemanagement.directory.DirectoryRequestBuilder;
import com.microsoft.kiota.RequestInformation;
import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Administrators.Hold;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.RolesHeld;

/**
 * Finds everybody with a directory role: by assignment, by eligibility, and through
 * groups of both, as member or owner. Whoever might be an administrator is taken for one.
 * Groups whose membership is itself activated (PIM for Groups) are not asked about.
 */
final class RoleHolders {

	private static final Question ASSIGNED = Question.directory("role assignments", "RoleManagement.Read.Directory",
			"Directory.Read.All");

	private static final Question ELIGIBLE = Question.directory("eligible role assignments",
			"RoleEligibilitySchedule.Read.Directory", "RoleManagement.Read.Directory");

	private static final String[] PRINCIPAL = { "principal" };

	private static final String WHOLE_TENANT = "/";

	private final DirectoryRequestBuilder roles;

	private final Pages pages;

	private final GroupMembers members;

	RoleHolders(Wire wire, Pages pages, GroupMembers members) {
		this.roles = wire.client().roleManagement().directory();
		this.pages = pages;
		this.members = members;
	}

	Answer<Administrators> administrators() {
		Found found = new Found();
		Optional<Reply> assigned = this.pages.untilRefused(ASSIGNED, assignments(), each(found, Hold.ROLE));
		if (assigned.isPresent()) {
			return new Answer.Unreadable<>(ASSIGNED.obstacle(assigned.get()));
		}
		Optional<Reply> eligible = this.pages.untilRefused(ELIGIBLE, eligibilities(), each(found, Hold.ELIGIBLE));
		if (eligible.isPresent() && !Question.isLicenceMissing(eligible.get())) {
			return new Answer.Unreadable<>(ELIGIBLE.obstacle(eligible.get()));
		}
		Optional<Obstacle> obstacle = expand(found);
		return obstacle.<Answer<Administrators>>map(Answer.Unreadable::new)
			.orElseGet(() -> new Answer.Read<>(found.administrators(eligible.isEmpty())));
	}

	private Supplier<RequestInformation> assignments() {
		return () -> this.roles.roleAssignments()
			.toGetRequestInformation((request) -> request.queryParameters.expand = PRINCIPAL);
	}

	private Supplier<RequestInformation> eligibilities() {
		return () -> this.roles.roleEligibilityScheduleInstances()
			.toGetRequestInformation((request) -> request.queryParameters.expand = PRINCIPAL);
	}

	private static Consumer<JsonNode> each(Found found, Hold hold) {
		return (page) -> page.forEach((assignment) -> found.take(assignment, hold));
	}

	private Optional<Obstacle> expand(Found found) {
		Deque<ObjectId> open = new ArrayDeque<>(found.groups.keySet());
		Set<ObjectId> seen = new HashSet<>(open);
		while (!open.isEmpty()) {
			ObjectId group = open.remove();
			Held roles = found.groups.getOrDefault(group, new Held());
			Optional<Obstacle> obstacle = this.members.direct(group, (member) -> {
				found.member(member, roles);
				Ids.of(member.path("id"))
					.filter((id) -> GroupMembers.isGroup(member) && seen.add(id))
					.ifPresent(open::add);
			});
			// An owner can become a member at any time, and so is an administrator too
			obstacle = obstacle.or(() -> this.members.owners(group, (owner) -> found.member(owner, roles)));
			if (obstacle.isPresent()) {
				return obstacle;
			}
		}
		return Optional.empty();
	}

	/** The roles of a person or group: held now for the whole tenant, or otherwise. */
	private static final class Held {

		private final Set<String> now = new HashSet<>();

		private final Set<String> otherwise = new HashSet<>();

		private boolean throughGroup;

		void add(Held more) {
			this.now.addAll(more.now);
			this.otherwise.addAll(more.otherwise);
		}

		Set<String> all() {
			Set<String> all = new HashSet<>(this.now);
			all.addAll(this.otherwise);
			return Set.copyOf(all);
		}

	}

	/** What the pages have shown so far. */
	private static final class Found {

		private final Map<ObjectId, Hold> byUser = new HashMap<>();

		private final Map<ObjectId, Held> users = new HashMap<>();

		private final Map<ObjectId, Held> groups = new HashMap<>();

		void take(JsonNode assignment, Hold hold) {
			JsonNode principal = assignment.path("principal");
			Held role = role(assignment, hold);
			Ids.of(assignment.path("principalId")).or(() -> Ids.of(principal.path("id"))).ifPresent((id) -> {
				if (GroupMembers.isUser(principal)) {
					user(id, hold, role);
				}
				if (GroupMembers.isGroup(principal) || GroupMembers.isUntyped(principal)) {
					group(id, role);
				}
			});
		}

		private static Held role(JsonNode assignment, Hold hold) {
			Held role = new Held();
			boolean whole = WHOLE_TENANT.equals(assignment.path("directoryScopeId").asString(WHOLE_TENANT));
			(whole && hold == Hold.ROLE ? role.now : role.otherwise)
				.add(assignment.path("roleDefinitionId").asString(""));
			return role;
		}

		void member(JsonNode member, Held roles) {
			Ids.of(member.path("id")).ifPresent((id) -> {
				if (GroupMembers.isUser(member)) {
					user(id, Hold.THROUGH_GROUP, roles);
				}
				if (GroupMembers.isGroup(member)) {
					group(id, roles);
				}
			});
		}

		private void group(ObjectId id, Held roles) {
			this.groups.computeIfAbsent(id, (unused) -> new Held()).add(roles);
		}

		private void user(ObjectId id, Hold hold, Held roles) {
			this.byUser.merge(id, hold, (one, other) -> (one.compareTo(other) <= 0) ? one : other);
			Held own = this.users.computeIfAbsent(id, (unused) -> new Held());
			own.add(roles);
			own.throughGroup |= hold == Hold.THROUGH_GROUP;
		}

		Administrators administrators(boolean pimInUse) {
			Map<ObjectId, Set<String>> roles = new HashMap<>();
			Map<ObjectId, RolesHeld> held = new HashMap<>();
			this.users.forEach((user, own) -> {
				roles.put(user, own.all());
				held.put(user, new RolesHeld(own.now, own.otherwise, own.throughGroup));
			});
			return new Administrators(Map.copyOf(this.byUser), Map.copyOf(roles), Map.copyOf(held), pimInUse);
		}

	}

}
