package org.ssprprefill.simulator;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /users}, one user, and the delta of users. */
final class UserEndpoints {

	private static final Set<String> READERS = Set.of("User.Read.All", "Directory.Read.All");

	/** The one filter that is understood; a quote inside is doubled. */
	private static final Pattern FILTER = Pattern.compile("employeeId eq '((?:[^']|'')*)'");

	private final Directory directory;

	private final Page page;

	private final UserDelta delta;

	UserEndpoints(SimulatedTenant stage, Page page) {
		this.directory = stage.directory();
		this.page = page;
		this.delta = new UserDelta(stage, page);
	}

	List<Route> routes() {
		return List.of(Route.get("/users", READERS, (call, variables) -> users(call)),
				Route.get("/users/delta", READERS, (call, variables) -> this.delta.answer(call)),
				Route.get("/users/{}", READERS, (call, variables) -> user(call, variables.get(0))));
	}

	private Reply users(Call call) {
		List<String> unknown = Shapes.unknown(call.selected());
		if (!unknown.isEmpty()) {
			return Refusal
				.badRequest("Could not find a property named '" + unknown.get(0) + "' on type 'microsoft.graph.user'.");
		}
		Matcher filter = filter(call);
		List<SimulatedUser> users = filter.matches() ? withEmployeeId(filter.group(1).replace("''", "'"))
				: this.directory.users();
		return this.page.of(call, users, (user) -> Shapes.user(user, call.selected()));
	}

	/** Whether this is a filter that the endpoint serves. */
	static boolean filters(Call call) {
		return call.path().equals("/users") && filter(call).matches();
	}

	private static Matcher filter(Call call) {
		return FILTER.matcher(call.query().getOrDefault("$filter", "").strip());
	}

	private List<SimulatedUser> withEmployeeId(String employeeId) {
		return this.directory.users()
			.stream()
			.filter((user) -> user.employeeId().filter(employeeId::equalsIgnoreCase).isPresent())
			.toList();
	}

	private Reply user(Call call, String idOrName) {
		if (idOrName.equals("delta")) {
			return this.delta.answer(call);
		}
		return this.directory.user(idOrName)
			.map((user) -> Reply.ok(Shapes.user(user, call.selected())))
			.orElseGet(() -> Refusal.notFound(idOrName));
	}

}
