package org.ssprprefill.simulator;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything Graph serves here, in one list. */
final class Graph {

	private Graph() {
	}

	static List<Route> routes(URI root, SimulatedTenant stage, Set<String> permissions) {
		Page page = new Page(root, 100);
		List<Route> routes = new ArrayList<>();
		routes.addAll(new UserEndpoints(stage, page).routes());
		routes.addAll(new MethodEndpoints(stage, page).routes());
		routes.addAll(new ReportEndpoints(stage, page).routes());
		routes.addAll(new TenantEndpoints(stage.directory(), page).routes());
		routes.addAll(new PolicyEndpoints(stage.directory(), page).routes());
		routes.addAll(new RoleEndpoints(stage.directory(), page).routes());
		routes.addAll(new GroupEndpoints(stage.directory(), page).routes());
		Router items = new Router(List.copyOf(routes), permissions, stage.answers());
		BatchEndpoint batch = new BatchEndpoint((call) -> stage.play(call, () -> items.answer(call)),
				stage.answers().manners());
		routes.add(Route.of("POST", "/$batch", Route.Family.DIRECTORY, Set.of(), batch::answer));
		return routes;
	}

}
