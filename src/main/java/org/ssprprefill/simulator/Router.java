package org.ssprprefill.simulator;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leads a call to its endpoint: path, verb, permission, in Graph's order. */
final class Router {

	private final List<Route> routes;

	private final Set<String> permissions;

	private final InventedAnswers answers;

	Router(List<Route> routes, Set<String> permissions, InventedAnswers answers) {
		this.routes = routes;
		this.permissions = permissions;
		this.answers = answers;
	}

	Reply answer(Call call) {
		List<Route> fitting = this.routes.stream().filter((route) -> route.variables(call.path()).isPresent()).toList();
		if (fitting.isEmpty()) {
			return Refusal.noSegment(call);
		}
		return fitting.stream()
			.filter((route) -> route.method().equals(call.method()))
			.findFirst()
			.map((route) -> permitted(route, call))
			.orElseGet(() -> Refusal.wrongVerb(fitting.get(0).family()));
	}

	private Reply permitted(Route route, Call call) {
		boolean open = route.permissions().isEmpty() || !Collections.disjoint(route.permissions(), this.permissions);
		if (!open) {
			return (route.family() == Route.Family.METHODS)
					? this.answers.to(InventedAnswers.Situation.MISSING_PERMISSION) : Refusal.forbidden(route.family());
		}
		if (call.query().containsKey("$filter") && !UserEndpoints.filters(call) && !RoleEndpoints.filters(call)) {
			Optional<Reply> refused = this.answers.manners()
				.filter(call, Refusal.of(400, "Request_UnsupportedQuery",
						"The simulated tenant does not serve this $filter."));
			if (refused.isPresent()) {
				return refused.get();
			}
		}
		return route.endpoint().answer(call, route.variables(call.path()).orElse(List.of()));
	}

}
