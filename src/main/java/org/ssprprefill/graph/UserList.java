package org.ssprprefill.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.microsoft.graph.users.UsersRequestBuilder;
import com.microsoft.kiota.RequestInformation;
import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.EntraUser.UserType;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.UserKey;

/**
 * Reads the users of the tenant, all of them or by a name (learn.microsoft.com,
 * graph/api/user-list and user-get).
 */
final class UserList {

	static final Question USERS = Question.directory(Message.of("part.users"), "User.Read.All", "Directory.Read.All");

	/** The largest page Graph grants. */
	private static final int PAGE = 999;

	static final String[] PROPERTIES = { "id", "userPrincipalName", "employeeId", "mail", "accountEnabled", "userType",
			"creationType", "onPremisesSyncEnabled", "isManagementRestricted", "assignedLicenses", "assignedPlans" };

	/** Answers to a question about one user that say nothing about the user. */
	private static final Set<Integer> NOT_TAKEN = Set.of(400, 404, 501);

	private final UsersRequestBuilder users;

	private final RetryingRequest inquiry;

	private final Pages pages;

	UserList(GraphSender wire, RetryingRequest inquiry, Pages pages) {
		this.users = wire.client().users();
		this.inquiry = inquiry;
		this.pages = pages;
	}

	Answer<Long> read(Consumer<List<EntraUser>> receiver) {
		AtomicLong count = new AtomicLong();
		Optional<Obstacle> obstacle = this.pages.each(USERS, this::sized, this::unsized, (page) -> {
			List<EntraUser> users = users(page);
			count.addAndGet(users.size());
			receiver.accept(users);
		});
		return obstacle.<Answer<Long>>map(Answer.Unreadable::new).orElseGet(() -> new Answer.Read<>(count.get()));
	}

	/**
	 * Asks for the one user; where the tenant finds no user or does not take the
	 * question, all users are looked through.
	 */
	Answer<List<EntraUser>> find(UserKey key) {
		Answer<List<EntraUser>> found = (key.attribute() == UserKey.Attribute.EMPLOYEE_ID) ? withEmployeeId(key)
				: named(key);
		boolean refused = found instanceof Answer.Unreadable<List<EntraUser>> unreadable
				&& NOT_TAKEN.contains(unreadable.obstacle().status());
		boolean none = found.value().filter(List::isEmpty).isPresent();
		return (refused || none) ? amongAll(key) : found;
	}

	private Answer<List<EntraUser>> withEmployeeId(UserKey key) {
		List<EntraUser> found = new ArrayList<>();
		String filter = "employeeId eq '" + key.value().replace("'", "''") + "'";
		Optional<Obstacle> obstacle = this.pages.each(USERS, () -> this.users.toGetRequestInformation((request) -> {
			request.queryParameters.select = PROPERTIES;
			request.queryParameters.filter = filter;
		}), (page) -> users(page).stream().filter(key::names).forEach(found::add));
		return obstacle.<Answer<List<EntraUser>>>map(Answer.Unreadable::new)
			.orElseGet(() -> new Answer.Read<>(List.copyOf(found)));
	}

	private Answer<List<EntraUser>> named(UserKey key) {
		GraphResponse reply = this.inquiry.ask(USERS, () -> this.users.byUserId(key.value())
			.toGetRequestInformation((request) -> request.queryParameters.select = PROPERTIES));
		return reply.isSuccess() ? new Answer.Read<>(user(reply.body()).filter(key::names).stream().toList())
				: new Answer.Unreadable<>(USERS.obstacle(reply));
	}

	private Answer<List<EntraUser>> amongAll(UserKey key) {
		List<EntraUser> found = new ArrayList<>();
		Answer<Long> read = read((page) -> page.stream().filter(key::names).forEach(found::add));
		return (read instanceof Answer.Unreadable<Long> unreadable) ? new Answer.Unreadable<>(unreadable.obstacle())
				: new Answer.Read<>(List.copyOf(found));
	}

	private RequestInformation sized() {
		return this.users.toGetRequestInformation((request) -> {
			request.queryParameters.select = PROPERTIES;
			request.queryParameters.top = PAGE;
		});
	}

	private RequestInformation unsized() {
		return this.users.toGetRequestInformation((request) -> request.queryParameters.select = PROPERTIES);
	}

	private static List<EntraUser> users(JsonNode page) {
		List<EntraUser> users = new ArrayList<>(page.size());
		for (JsonNode user : page) {
			user(user).ifPresent(users::add);
		}
		return users;
	}

	/** A user without a usable id or name can neither be matched nor shown. */
	static Optional<EntraUser> user(JsonNode user) {
		Optional<UserPrincipalName> name = name(user.path("userPrincipalName"));
		return Ids.of(user.path("id"))
			.flatMap((id) -> name.map((known) -> new EntraUser(id, known, employeeId(user), name(user.path("mail")),
					user.path("accountEnabled").asBoolean(false), type(user, known),
					user.path("onPremisesSyncEnabled").asBoolean(false),
					user.path("isManagementRestricted").asBoolean(false), licences(user), plans(user))));
	}

	private static Optional<UserPrincipalName> name(JsonNode name) {
		return Optional.of(name.asString("")).filter((text) -> !text.isBlank()).map(UserPrincipalName::new);
	}

	private static Optional<EmployeeId> employeeId(JsonNode user) {
		return Optional.of(user.path("employeeId").asString("")).filter((text) -> !text.isBlank()).map(EmployeeId::new);
	}

	/** Old accounts have no type; a guest's name shows {@code #EXT#}. */
	private static UserType type(JsonNode user, UserPrincipalName name) {
		String type = user.path("userType").asString("").strip();
		boolean foreignName = name.key().contains("#ext#");
		boolean member = type.isEmpty() ? !foreignName : type.equalsIgnoreCase("member");
		if (!member) {
			return UserType.GUEST;
		}
		boolean invited = user.path("creationType").asString("").strip().equalsIgnoreCase("invitation");
		return (invited || foreignName) ? UserType.EXTERNAL : UserType.MEMBER;
	}

	private static List<EntraUser.AssignedLicence> licences(JsonNode user) {
		List<EntraUser.AssignedLicence> licences = new ArrayList<>();
		for (JsonNode licence : user.path("assignedLicenses")) {
			List<String> disabled = new ArrayList<>();
			licence.path("disabledPlans").forEach((plan) -> disabled.add(lower(plan)));
			licences.add(new EntraUser.AssignedLicence(lower(licence.path("skuId")), List.copyOf(disabled)));
		}
		return List.copyOf(licences);
	}

	private static List<EntraUser.AssignedPlan> plans(JsonNode user) {
		List<EntraUser.AssignedPlan> plans = new ArrayList<>();
		for (JsonNode plan : user.path("assignedPlans")) {
			plans.add(new EntraUser.AssignedPlan(lower(plan.path("servicePlanId")),
					plan.path("capabilityStatus").asString("")));
		}
		return List.copyOf(plans);
	}

	private static String lower(JsonNode text) {
		return text.asString("").toLowerCase(Locale.ROOT);
	}

}
