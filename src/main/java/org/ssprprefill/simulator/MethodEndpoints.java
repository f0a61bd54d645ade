package org.ssprprefill.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.InventedAnswers.Situation;
import org.ssprprefill.simulator.SimulatedUser.Trait;

/** Reading {@code /users/{id}/authentication}; writing is {@link MethodWriter}'s. */
final class MethodEndpoints {

	private static final String ALL_READ = "UserAuthenticationMethod.Read.All";

	private static final String ALL_WRITE = "UserAuthenticationMethod.ReadWrite.All";

	private static final String PASSWORD_ID = "28c10230-6103-485e-b985-444c60001490";

	private final SimulatedTenant stage;

	private final Page page;

	private final MethodWriter writer;

	MethodEndpoints(SimulatedTenant stage, Page page) {
		this.stage = stage;
		this.page = page;
		this.writer = new MethodWriter(stage);
	}

	List<Route> routes() {
		List<Route> routes = new ArrayList<>();
		routes.addAll(collection("phone", "Phone", MethodKind.PHONES));
		routes.addAll(collection("email", "Email", List.of(MethodKind.EMAIL)));
		routes.add(route("GET", "methods", Set.of(ALL_READ, ALL_WRITE), this::everything));
		return routes;
	}

	private List<Route> collection(String name, String permission, List<MethodKind> kinds) {
		String own = "UserAuthMethod-" + permission;
		Set<String> readers = Set.of(own + ".Read.All", own + ".ReadWrite.All", ALL_READ, ALL_WRITE);
		Set<String> writers = Set.of(own + ".ReadWrite.All", ALL_WRITE);
		String path = name + "Methods";
		return List.of(route("GET", path, readers, (call, user) -> list(call, user, kinds)),
				route("GET", path + "/{}", readers, this::one), route("POST", path, writers, this.writer::add),
				route("PATCH", path + "/{}", writers, this.writer::update),
				route("DELETE", path + "/{}", writers, this.writer::delete));
	}

	private Route route(String verb, String path, Set<String> permissions,
			BiFunction<Call, SimulatedUser, Reply> answer) {
		return Route.of(verb, "/users/{}/authentication/" + path, Route.Family.METHODS, permissions,
				(call, variables) -> this.stage.directory()
					.user(variables.get(0))
					.map((user) -> answer.apply(call, user))
					.orElseGet(() -> this.stage.answers().to(Situation.UNKNOWN_USER)));
	}

	private Reply list(Call call, SimulatedUser user, List<MethodKind> kinds) {
		Map<MethodKind, String> methods = this.stage.methods().read(user.id());
		boolean mobileOnly = call.query().getOrDefault("$filter", "").contains("'mobile'")
				&& !this.stage.answers().manners().ignores("list-filter");
		return this.page.whole(call,
				kinds.stream()
					.filter((kind) -> !mobileOnly || kind == MethodKind.MOBILE)
					.filter(methods::containsKey)
					.map((kind) -> shape(kind, methods))
					.toList());
	}

	private Reply one(Call call, SimulatedUser user) {
		Map<MethodKind, String> methods = this.stage.methods().read(user.id());
		return call.kind()
			.filter((kind) -> MethodFormat.id(kind).equals(call.segment(4)) && methods.containsKey(kind))
			.map((kind) -> Reply.ok(shape(kind, methods)))
			.orElseGet(() -> this.stage.answers().to(Situation.UNKNOWN_METHOD));
	}

	private Reply everything(Call call, SimulatedUser user) {
		Map<MethodKind, String> methods = this.stage.methods().read(user.id());
		List<Object> all = new ArrayList<>();
		all.add(Shapes.typed("passwordAuthenticationMethod", Json.object("id", PASSWORD_ID, "password", null)));
		methods.keySet()
			.forEach((kind) -> all.add(Shapes.typed(
					kind.isPhone() ? "phoneAuthenticationMethod" : "emailAuthenticationMethod", shape(kind, methods))));
		if (user.is(Trait.AUTHENTICATOR)) {
			all.add(Shapes.typed("microsoftAuthenticatorAuthenticationMethod", Json.object("id",
					SimulatedUser.idOf(user.id()), "displayName", "Phone", "deviceTag", "SoftwareTokenActivated")));
		}
		return this.page.whole(call, all);
	}

	private Map<String, Object> shape(MethodKind kind, Map<MethodKind, String> methods) {
		return shape(this.stage.answers().manners(), kind, methods.getOrDefault(kind, ""));
	}

	static Map<String, Object> shape(Manners manners, MethodKind kind, String value) {
		String id = MethodFormat.id(kind);
		String answered = MethodFormat.answered(kind, value);
		if (!kind.isPhone()) {
			return Json.object("id", id, "emailAddress", answered);
		}
		return Json.object("id", id, "phoneNumber", manners.written(answered), "phoneType",
				MethodFormat.phoneType(kind), "smsSignInState",
				(kind == MethodKind.MOBILE) ? manners.smsSignInState().orElse("notAllowedByPolicy") : "notSupported");
	}

}
