package org.ssprprefill.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.graph.groups.item.GroupItemRequestBuilder;
import com.microsoft.kiota.RequestInformation;
import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;

/**
 * Reads who is in groups and who owns them, many groups at a time (learn.microsoft.com,
 * graph/api/group-list-members and group-list-owners).
 */
final class GroupMembers {

	private static final Question MEMBERS = Question.directory(Message.of("part.group-members"), "GroupMember.Read.All",
			"Directory.Read.All");

	private static final Question OWNERS = Question.directory(Message.of("part.group-owners"), "GroupMember.Read.All",
			"Directory.Read.All");

	/**
	 * PIM for Groups (graph/api/privilegedaccessgroup-list-eligibilityscheduleinstances).
	 */
	private static final Question ELIGIBLE = Question.directory(Message.of("part.eligible-groups"),
			"PrivilegedEligibilitySchedule.Read.AzureADGroup");

	private static final String[] PRINCIPAL = { "principal" };

	/**
	 * What clouds answer where they lack a part of the address ("Resource not found for
	 * the segment", microsoftgraph/msgraph-sdk-powershell issue 3059).
	 */
	private static final int NO_SEGMENT = 400;

	private static final String TYPE = "@odata.type";

	private static final int PAGE = 999;

	private static final String[] PROPERTIES = { "id" };

	private final GraphSender wire;

	private final BatchedLists lists;

	GroupMembers(GraphSender wire, BatchedLists lists) {
		this.wire = wire;
		this.lists = lists;
	}

	/** The users in a group and in the groups in it. */
	Answer<Set<ObjectId>> transitive(ObjectId group) {
		return Objects.requireNonNull(transitive(Set.of(group)).get(group));
	}

	/** The same for several groups. */
	Map<ObjectId, Answer<Set<ObjectId>>> transitive(Set<ObjectId> groups) {
		Map<ObjectId, Set<ObjectId>> users = new LinkedHashMap<>();
		groups.forEach((group) -> users.put(group, new HashSet<>()));
		List<Listing> listings = users.entrySet()
			.stream()
			.map((entry) -> transitive(entry.getKey(), entry.getValue()))
			.toList();
		List<Optional<GraphResponse>> refusals = this.lists.read(MEMBERS.family(), listings);
		Map<ObjectId, Answer<Set<ObjectId>>> answers = new HashMap<>();
		int position = 0;
		for (Map.Entry<ObjectId, Set<ObjectId>> entry : users.entrySet()) {
			Optional<GraphResponse> refusal = refusals.get(position++);
			answers.put(entry.getKey(),
					refusal.<Answer<Set<ObjectId>>>map((reply) -> new Answer.Unreadable<>(obstacle(reply)))
						.orElseGet(() -> new Answer.Read<>(Set.copyOf(entry.getValue()))));
		}
		return answers;
	}

	/**
	 * Exclusion relies on it: only "not found" says that there is no group.
	 */
	private static Obstacle obstacle(GraphResponse refusal) {
		Obstacle told = MEMBERS.obstacle(refusal);
		return (told.cause() == Obstacle.Cause.NOT_OFFERED && told.status() != 404) ? new Obstacle(told.question(),
				Obstacle.Cause.REFUSED, MEMBERS.permissions(), told.status(), told.code()) : told;
	}

	private Listing transitive(ObjectId group, Set<ObjectId> users) {
		GroupItemRequestBuilder builder = builder(group);
		return new Listing(MEMBERS, () -> builder.transitiveMembers().toGetRequestInformation((request) -> {
			request.queryParameters.select = PROPERTIES;
			request.queryParameters.top = PAGE;
		}), Optional.of(() -> builder.transitiveMembers().toGetRequestInformation()), (page) -> addUsers(page, users));
	}

	private GroupItemRequestBuilder builder(ObjectId group) {
		return this.wire.client().groups().byGroupId(group.value());
	}

	private static void addUsers(JsonNode page, Set<ObjectId> users) {
		for (JsonNode member : page) {
			if (isUser(member)) {
				Ids.of(member.path("id")).ifPresent(users::add);
			}
		}
	}

	/**
	 * The direct members and the owners of groups, and who may activate either: a user
	 * who may put people into a group can become a member at any time.
	 * @param groups the groups
	 * @param surely whether something is a group; what may be something else has no
	 * members where it is not found
	 * @param inside takes each member and each owner of any type, with its group
	 * @param eligible takes each eligibility (PIM for Groups), with its group
	 * @return why they cannot be read; a service that has no list of owners has no
	 * obstacle, nor has one without the licence for PIM
	 */
	Optional<Obstacle> around(List<ObjectId> groups, Predicate<ObjectId> surely, BiConsumer<ObjectId, JsonNode> inside,
			BiConsumer<ObjectId, JsonNode> eligible) {
		List<Listing> listings = new ArrayList<>();
		groups.forEach((group) -> listings.add(Listing.of(MEMBERS, builder(group).members()::toGetRequestInformation,
				(page) -> page.forEach((node) -> inside.accept(group, node)))));
		groups.forEach((group) -> listings.add(Listing.of(OWNERS, builder(group).owners()::toGetRequestInformation,
				(page) -> page.forEach((node) -> inside.accept(group, node)))));
		groups.forEach((group) -> listings.add(new Listing(ELIGIBLE, () -> eligible(group, PRINCIPAL),
				Optional.of(() -> eligible(group)), (page) -> page.forEach((node) -> eligible.accept(group, node)))));
		List<Optional<GraphResponse>> refusals = this.lists.read(MEMBERS.family(), listings);
		Stream<Obstacle> members = IntStream.range(0, groups.size())
			.mapToObj((i) -> refusals.get(i).filter((refusal) -> refusal.status() != 404 || surely.test(groups.get(i))))
			.flatMap(Optional::stream)
			.map(MEMBERS::obstacle);
		Stream<Obstacle> others = IntStream.range(groups.size(), listings.size())
			.mapToObj((i) -> refusals.get(i).flatMap((refusal) -> obstacle(listings.get(i).question(), refusal)))
			.flatMap(Optional::stream);
		return Stream.concat(members, others).findFirst();
	}

	/** What a service does not offer, or a tenant has no licence for, is not in use. */
	private static Optional<Obstacle> obstacle(Question question, GraphResponse refusal) {
		boolean unused = question.equals(ELIGIBLE) ? Question.isLicenceMissing(refusal) || lacksSegment(refusal)
				: refusal.status() == NO_SEGMENT;
		return Optional.of(question.obstacle(refusal))
			.filter((obstacle) -> !unused && obstacle.cause() != Obstacle.Cause.NOT_OFFERED);
	}

	/** A question that is refused for another reason has no answer yet. */
	private static boolean lacksSegment(GraphResponse refusal) {
		return refusal.status() == NO_SEGMENT
				&& refusal.body().path("error").path("message").asString("").contains("segment");
	}

	private RequestInformation eligible(ObjectId group, String... expanded) {
		return this.wire.client()
			.identityGovernance()
			.privilegedAccess()
			.group()
			.eligibilityScheduleInstances()
			.toGetRequestInformation((request) -> {
				request.queryParameters.filter = "groupId eq '" + group.value() + "'";
				if (expanded.length > 0) {
					request.queryParameters.expand = expanded;
				}
			});
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
