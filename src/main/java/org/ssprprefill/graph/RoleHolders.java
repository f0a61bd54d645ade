package org.ssprprefill.graph;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.microsoft.graph.rolemanagement.directory.DirectoryRequestBuilder;
import com.microsoft.kiota.RequestInformation;
import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Administrators.Hold;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;

/**
 * Finds all holders of a directory role: by assignment, by eligibility, and through
 * groups of both, as member or owner, also where membership or ownership is activated
 * (PIM for Groups; learn.microsoft.com,
 * graph/api/privilegedaccessgroup-list-eligibilityscheduleinstances). A user who might be
 * an administrator is taken for one.
 */
final class RoleHolders {

	private static final Question ASSIGNED = Question.directory(Message.of("part.roles"),
			"RoleManagement.Read.Directory", "Directory.Read.All");

	private static final Question ELIGIBLE = Question.directory(Message.of("part.eligible-roles"),
			"RoleEligibilitySchedule.Read.Directory", "RoleManagement.Read.Directory");

	private static final String[] PRINCIPAL = { "principal" };

	private final DirectoryRequestBuilder roles;

	private final BatchedLists lists;

	private final GroupMembers members;

	RoleHolders(GraphSender wire, BatchedLists lists, GroupMembers members) {
		this.roles = wire.client().roleManagement().directory();
		this.lists = lists;
		this.members = members;
	}

	Answer<Administrators> administrators() {
		RolesSeen seen = new RolesSeen();
		List<Optional<GraphResponse>> refusals = this.lists.read(ASSIGNED.family(),
				List.of(Listing.of(ASSIGNED, assignments(), each(seen, Hold.ROLE)),
						Listing.of(ELIGIBLE, eligibilities(), each(seen, Hold.ELIGIBLE))));
		Optional<GraphResponse> eligible = refusals.get(1);
		Optional<Obstacle> obstacle = refusals.get(0)
			.map(ASSIGNED::obstacle)
			.or(() -> eligible.filter((refusal) -> !Question.isLicenceMissing(refusal)).map(ELIGIBLE::obstacle))
			.or(() -> expand(seen));
		return obstacle.<Answer<Administrators>>map(Answer.Unreadable::new)
			.orElseGet(() -> believed(seen.administrators(eligible.isEmpty())));
	}

	/** Every tenant has an administrator: an answer without any is no answer. */
	private static Answer<Administrators> believed(Administrators administrators) {
		return administrators.byUser().isEmpty() ? new Answer.Unreadable<>(ASSIGNED.implausible())
				: new Answer.Read<>(administrators);
	}

	private Supplier<RequestInformation> assignments() {
		return () -> this.roles.roleAssignments()
			.toGetRequestInformation((request) -> request.queryParameters.expand = PRINCIPAL);
	}

	private Supplier<RequestInformation> eligibilities() {
		return () -> this.roles.roleEligibilityScheduleInstances()
			.toGetRequestInformation((request) -> request.queryParameters.expand = PRINCIPAL);
	}

	private static Consumer<JsonNode> each(RolesSeen seen, Hold hold) {
		return (page) -> page.forEach((assignment) -> seen.assignment(assignment, hold));
	}

	/** Groups in groups are read one depth after the other. */
	private Optional<Obstacle> expand(RolesSeen seen) {
		for (List<ObjectId> groups = seen.unread(); !groups.isEmpty(); groups = seen.unread()) {
			Optional<Obstacle> obstacle = this.members.around(groups, seen::isSurelyGroup, seen::member,
					seen::eligible);
			if (obstacle.isPresent()) {
				return obstacle;
			}
		}
		return Optional.empty();
	}

}
