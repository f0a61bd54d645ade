package org.ssprprefill.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Groups, their members (nested ones too) and their owners. */
final class GroupEndpoints {

	private static final Set<String> READERS = Set.of("GroupMember.Read.All", "Group.Read.All", "Directory.Read.All");

	private static final String USERS_ONLY = "/microsoft.graph.user";

	private final Directory directory;

	private final Page page;

	GroupEndpoints(Directory directory, Page page) {
		this.directory = directory;
		this.page = page;
	}

	List<Route> routes() {
		return List.of(
				Route.get("/groups/{}", READERS,
						(call, variables) -> group(variables.get(0), (group) -> Reply.ok(Shapes.group(group)))),
				collection("members", (group) -> this.directory.members(group, false)),
				collection("members" + USERS_ONLY, (group) -> this.directory.members(group, false)),
				collection("transitiveMembers", (group) -> this.directory.members(group, true)),
				collection("transitiveMembers" + USERS_ONLY, (group) -> this.directory.members(group, true)),
				collection("owners", SimulatedGroup::owners),
				collection("owners" + USERS_ONLY, SimulatedGroup::owners));
	}

	private Route collection(String name, Function<SimulatedGroup, List<String>> ids) {
		return Route.get("/groups/{}/" + name, READERS,
				(call, variables) -> group(variables.get(0), (group) -> page(call, ids.apply(group))));
	}

	private Reply group(String id, Function<SimulatedGroup, Reply> answer) {
		return this.directory.group(id).map(answer).orElseGet(() -> Refusal.notFound(id));
	}

	private Reply page(Call call, List<String> ids) {
		boolean usersOnly = call.path().endsWith(USERS_ONLY);
		List<Map<String, Object>> members = ids.stream()
			.map((id) -> member(call, id))
			.flatMap(Optional::stream)
			.filter((member) -> !usersOnly || "#microsoft.graph.user".equals(member.get("@odata.type")))
			.toList();
		return this.page.of(call, members, (member) -> member);
	}

	private Optional<Map<String, Object>> member(Call call, String id) {
		Optional<Map<String, Object>> user = this.directory.user(id)
			.map((found) -> Shapes.typed("user", Shapes.user(found, call.selected())));
		return user.or(() -> this.directory.group(id).map((found) -> Shapes.typed("group", Shapes.group(found))));
	}

}
