package org.ssprprefill.plan;

import java.util.Optional;

import org.ssprprefill.contact.ContactValue;

/** The rules by which a wish and the tenant's state become a decision. */
public final class Planner {

	private Planner() {
	}

	/**
	 * Decides about one method of one person. Nothing is ever written over a value that
	 * was not read, whatever the policy; and no value is registered again that was taken
	 * away, by its owner or by an undo.
	 * @param method the wish, what is registered, and what this program wrote earlier
	 * @return the decision
	 */
	public static Decision decide(MethodState method) {
		return new Decision(method.wish().moot().orElseGet(() -> reason(method)));
	}

	private static Reason reason(MethodState method) {
		if (method.registered() instanceof Registered.Absent) {
			return method.written().or(method::takenBack).isPresent() ? Reason.REMOVED_SINCE : Reason.NOT_REGISTERED;
		}
		if (method.registered() instanceof Registered.Holds holds && !method.wish().isFor(holds.value())) {
			return otherValue(method, holds.value());
		}
		return Reason.ALREADY_REGISTERED;
	}

	private static Reason otherValue(MethodState method, ContactValue registered) {
		Reason reason = byPolicy(method, registered);
		boolean takenBack = method.takenBack().filter((value) -> method.wish().isFor(value.value())).isPresent();
		return (takenBack && reason.action() == Action.UPDATE) ? Reason.REMOVED_SINCE : reason;
	}

	private static Reason byPolicy(MethodState method, ContactValue registered) {
		return switch (method.wish().policy()) {
			case OFF -> Reason.METHOD_OFF;
			case MISSING -> Reason.ALREADY_REGISTERED;
			case OWN -> isOurs(method.written(), registered) ? Reason.OWN_VALUE_CHANGED : Reason.REGISTERED_BY_USER;
			case REPLACE -> Reason.REPLACE_CONFIGURED;
		};
	}

	private static boolean isOurs(Optional<Written> written, ContactValue value) {
		return written.filter((ours) -> ours.value().equals(value)).isPresent();
	}

}
