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

	private final SimulatedTenant stage;

	MethodWriter(SimulatedTenant stage) {
		this.stage = stage;
	}

	Reply add(Call call, SimulatedUser user) {
		return locked(user, (present) -> {
			Optional<MethodKind> kind = call.kind();
			if (kind.isEmpty()) {
				return answers().to(Situation.BAD_NUMBER);
			}
			Manners manners = answers().manners();
			String word = kind.get().isPhone() ? "added" : "email-added";
			return objection(kind.get(), present).orElseGet(() -> stored(call, user, kind.get(),
					Reply.of(manners.status(word, 201), MethodEndpoints.shape(manners, kind.get(), call.value()))));
		});
	}

	private Optional<Reply> objection(MethodKind kind, Map<MethodKind, String> present) {
		if (present.containsKey(kind)) {
			return answers().refusal(kind.isPhone() ? Situation.SECOND_OF_A_KIND : Situation.SECOND_EMAIL);
		}
		boolean first = kind == MethodKind.ALTERNATE_MOBILE && !present.containsKey(MethodKind.MOBILE);
		return first ? answers().refusal(Situation.ALTERNATE_WITHOUT_MOBILE) : Optional.empty();
	}

	Reply update(Call call, SimulatedUser user) {
		return locked(user, (present) -> {
			Optional<MethodKind> kind = registered(call, present);
			if (kind.isEmpty()) {
				return answers().to(Situation.UPDATE_MISSING);
			}
			String type = call.body().map((body) -> Json.text(body, "phoneType")).orElse("");
			boolean other = !type.isEmpty() && !type.equals(MethodFormat.phoneType(kind.get()));
			Optional<Reply> objection = other ? answers().refusal(Situation.TYPE_CHANGED) : Optional.empty();
			return objection.orElseGet(() -> stored(call, user, kind.get(), done(kind.get(), "changed")));
		});
	}

	Reply delete(Call call, SimulatedUser user) {
		return locked(user, (present) -> {
			Optional<MethodKind> kind = registered(call, present);
			if (kind.isEmpty()) {
				return answers().to(Situation.REMOVE_MISSING);
			}
			boolean early = kind.get() == MethodKind.MOBILE && present.containsKey(MethodKind.ALTERNATE_MOBILE);
			Optional<Reply> objection = early ? answers().refusal(Situation.MOBILE_BEFORE_ALTERNATE)
					: (kind.get() == MethodKind.MOBILE && present.containsKey(MethodKind.OFFICE))
							? answers().manners().refusal("remove-default") : Optional.empty();
			return objection.orElseGet(() -> {
				apply(user, kind.get(), Optional.empty());
				return done(kind.get(), "removed");
			});
		});
	}

	/** 204, unless an answer sheet tells otherwise. */
	private Reply done(MethodKind kind, String word) {
		int status = answers().manners().status(kind.isPhone() ? word : "email-" + word, 204);
		return (status == 204) ? Reply.noContent() : Reply.of(status, Json.object());
	}

	/** Decides and writes atomically. */
	private Reply locked(SimulatedUser user, Function<Map<MethodKind, String>, Reply> decision) {
		if (user.is(Trait.RESTRICTED_UNIT)) {
			return Refusal.forbidden(Route.Family.METHODS);
		}
		synchronized (this) {
			return decision.apply(this.stage.methods().now(user.id()));
		}
	}

	private Reply stored(Call call, SimulatedUser user, MethodKind kind, Reply success) {
		String value = call.value();
		Optional<Invented> form = kind.isPhone() ? answers().manners().form(value) : Optional.empty();
		Optional<Reply> refused = isOwn(kind, value) ? answers().manners().refusal("own-domain-address")
				: form.filter(Invented::refuses).map(Invented::reply);
		if (refused.isPresent()) {
			return refused.get();
		}
		String kept = form.map((told) -> kept(value, told.value())).orElse(value);
		boolean accepted = form.isPresent() || MethodFormat.accepts(kind, kept);
		Optional<Reply> objection = accepted ? Optional.empty()
				: answers().refusal(kind.isPhone() ? Situation.BAD_NUMBER : Situation.BAD_ADDRESS);
		if (objection.isPresent()) {
			return objection.get();
		}
		boolean taken = kind == MethodKind.MOBILE && isTaken(user, value);
		if (!taken || answers().storesNotUnique()) {
			apply(user, kind, Optional.of(kept));
		}
		return taken ? answers().notUnique() : success;
	}

	private boolean isOwn(MethodKind kind, String value) {
		return kind == MethodKind.EMAIL && this.stage.directory()
			.description()
			.organization()
			.domains()
			.contains(value.substring(value.indexOf('@') + 1));
	}

	private static String kept(String value, String form) {
		if (form.startsWith("kept with") || form.isEmpty()) {
			return form.equals("kept without the zero") ? value.replaceFirst("(\\+44 ?)0", "$1") : value;
		}
		int at = Math.max(value.indexOf('x'), value.indexOf('X'));
		return form.equals("dropped") ? value.substring(0, at)
				: value.substring(0, at) + (form.endsWith("X") ? "X" : "x") + value.substring(at + 1);
	}

	/** Another account signs in by SMS with the number. */
	private boolean isTaken(SimulatedUser user, String number) {
		return this.stage.directory()
			.users()
			.stream()
			.filter((other) -> other.is(Trait.SMS_SIGN_IN) && !other.id().equals(user.id()))
			.map((other) -> this.stage.methods().now(other.id()).getOrDefault(MethodKind.MOBILE, ""))
			.anyMatch((held) -> held.replace(" ", "").equals(number.replace(" ", "")));
	}

	private void apply(SimulatedUser user, MethodKind kind, Optional<String> value) {
		int stale = answers().manners().staleReads();
		if (stale > 0) {
			this.stage.freeze(user.id(), stale);
		}
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

	private InventedAnswers answers() {
		return this.stage.answers();
	}

}
