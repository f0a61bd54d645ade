package org.ssprprefill.graph;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import com.microsoft.graph.groups.item.GroupItemRequestBuilder;
import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;

/**
 * Reads who is in a group and who owns it (learn.microsoft.com,
 * graph/api/group-list-members and group-list-owners).
 */
final class GroupMembers {

	private static final Question MEMBERS = Question.directory("group members", "GroupMember.Read.All",
			"Directory.Read.All");

	private static final Question OWNERS = Question.directory("group owners", "GroupMember.Read.All",
			"Directory.Read.All");

	/**
	 * What clouds answer where they lack a part of the address ("Resource not found for
	 * the segment", microsoftgraph/msgraph-sdk-powershell issue 3059).
	 */
	private static final int NO_SEGMENT = 400;

	private static final String TYPE = "@odata.type";

	private static final int PAGE = 999;

	private static final String[] PROPERTIES = { "id" };

	private final Wire wire;

	private final Pages pages;

	GroupMembers(Wire wire, Pages pages) {
		this.wire = wire;
		this.pages = pages;
	}

	/** The users in a group and in the groups in it. */
	Answer<Set<ObjectId>> transitive(ObjectId group) {
		Set<ObjectId> users = new HashSet<>();
		GroupItemRequestBuilder builder = this.wire.client().groups().byGroupId(group.value());
		Optional<Obstacle> obstacle = this.pages.each(MEMBERS,
				() -> builder.transitiveMembers().toGetRequestInformation((request) -> {
					request.queryParameters.select = PROPERTIES;
					request.queryParameters.top = PAGE;
				}), () -> builder.transitiveMembers().toGetRequestInformation(), (page) -> addUsers(page, users));
		return obstacle.<Answer<Set<ObjectId>>>map(Answer.Unreadable::new)
			.orElseGet(() -> new Answer.Read<>(Set.copyOf(users)));
	}

	private static void addUsers(JsonNode page, Set<ObjectId> users) {
		for (JsonNode member : page) {
			if (isUser(member)) {
				Ids.of(member.path("id")).ifPresent(users::add);
			}
		}
	}

	/**
	 * The direct members of a group.
	 * @param group the group
	 * @param member takes each member of any type
	 * @return why they cannot be read; a group that is not there has none
	 */
	Optional<Obstacle> direct(ObjectId group, Consumer<JsonNode> member) {
		GroupItemRequestBuilder builder = this.wire.client().groups().byGroupId(group.value());
		return this.pages
			.untilRefused(MEMBERS, () -> builder.members().toGetRequestInformation(), (page) -> page.forEach(member))
			.filter((refusal) -> refusal.status() != 404)
			.map(MEMBERS::obstacle);
	}

	/**
	 * Whoever may put people into a group.
	 * @param group the group, which is there
	 * @param owner takes each owner of any type
	 * @return why they cannot be read; a service that has no such list has no obstacle
	 */
	Optional<Obstacle> owners(ObjectId group, Consumer<JsonNode> owner) {
		GroupItemRequestBuilder builder = this.wire.client().groups().byGroupId(group.value());
		return this.pages
			.untilRefused(OWNERS, () -> builder.owners().toGetRequestInformation(), (page) -> page.forEach(owner))
			.map(OWNERS::obstacle)
			.filter((obstacle) -> obstacle.cause() != Obstacle.Cause.NOT_OFFERED && obstacle.status() != NO_SEGMENT);
	}

	/** A member without a type counts as a user: restraint first. */
	static boolean isUser(JsonNode member) {
		String type = member.path(TYPE).asString("");
		return type.isEmpty() || type.endsWith(".user");
	}

	static boolean isGroup(JsonNode member) {
		return member.path(TYPE).asString("").endsWith(".group");
	}

	static boolean isUntyped(JsonNode member) {
		return member.path(TYPE).asString("").isEmpty();
	}

}
