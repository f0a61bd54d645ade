package org.ssprprefill.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.InventedAnswers.Situation;
import org.ssprprefill.simulator.SimulatedUser.Trait;

/**
 * The rules of writing phone and e-mail methods: one of each kind, mobile before
 * alternate mobile, one form of number, a type that never changes.
 */
final class MethodWriter {

	private final Stage stage;

	MethodWriter(Stage stage) {
		this.stage = stage;
	}

	Reply add(Call call, SimulatedUser user) {
		return locked(user, (present) -> {
			Optional<MethodKind> kind = call.kind();
			if (kind.isEmpty()) {
				return refused(Situation.BAD_NUMBER);
			}
			if (present.containsKey(kind.get())) {
				return refused(Situation.SECOND_OF_A_KIND);
			}
			if (kind.get() == MethodKind.ALTERNATE_MOBILE && !present.containsKey(MethodKind.MOBILE)) {
				return refused(Situation.ALTERNATE_WITHOUT_MOBILE);
			}
			return stored(call, user, kind.get(), Reply.of(201, MethodEndpoints.shape(kind.get(), call.value())));
		});
	}

	Reply update(Call call, SimulatedUser user) {
		return locked(user, (present) -> {
			Optional<MethodKind> kind = registered(call, present);
			if (kind.isEmpty()) {
				return refused(Situation.UNKNOWN_METHOD);
			}
			String type = call.body().map((body) -> Json.text(body, "phoneType")).orElse("");
			if (!type.isEmpty() && !type.equals(MethodFormat.phoneType(kind.get()))) {
				return refused(Situation.TYPE_CHANGED);
			}
			return stored(call, user, kind.get(), Reply.noContent());
		});
	}

	Reply delete(Call call, SimulatedUser user) {
		return locked(user, (present) -> {
			Optional<MethodKind> kind = registered(call, present);
			if (kind.isEmpty()) {
				return refused(Situation.UNKNOWN_METHOD);
			}
			if (kind.get() == MethodKind.MOBILE && present.containsKey(MethodKind.ALTERNATE_MOBILE)) {
				return refused(Situation.MOBILE_BEFORE_ALTERNATE);
			}
			apply(user, kind.get(), Optional.empty());
			return Reply.noContent();
		});
	}

	/** Decides and writes in one go; nobody else writes between. */
	private Reply locked(SimulatedUser user, Function<Map<MethodKind, String>, Reply> decision) {
		if (user.is(Trait.RESTRICTED_UNIT)) {
			return Refusal.forbidden(Route.Family.METHODS);
		}
		synchronized (this) {
			return decision.apply(this.stage.methods().now(user.id()));
		}
	}

	private Reply stored(Call call, SimulatedUser user, MethodKind kind, Reply success) {
		if (!MethodFormat.accepts(kind, call.value())) {
			return refused(kind.isPhone() ? Situation.BAD_NUMBER : Situation.BAD_ADDRESS);
		}
		apply(user, kind, Optional.of(call.value()));
		return success;
	}

	private void apply(SimulatedUser user, MethodKind kind, Optional<String> value) {
		this.stage.methods().apply(new RegisteredMethods.Change(user.id(), kind, this.stage.clock().now(), value));
		this.stage.journal().applied(user.id(), kind, value.orElse(""));
	}

	/** The method a path names, found by its id alone, if the person has it. */
	private static Optional<MethodKind> registered(Call call, Map<MethodKind, String> present) {
		boolean phone = call.path().contains("/phoneMethods/");
		return present.keySet()
			.stream()
			.filter((kind) -> kind.isPhone() == phone && call.segment(4).equals(MethodFormat.id(kind)))
			.findFirst();
	}

	private Reply refused(Situation situation) {
		return this.stage.answers().to(situation);
	}

}
