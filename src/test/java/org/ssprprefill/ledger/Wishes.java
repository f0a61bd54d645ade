package org.ssprprefill.ledger;

import java.util.Optional;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.tenant.MethodAnswer;

/** Changes of fictional people. */
public final class Wishes {

	private Wishes() {
	}

	/**
	 * A value nobody has.
	 * @param kind the method
	 * @param number 0 to 99
	 * @return the value
	 */
	public static ContactValue value(MethodKind kind, int number) {
		return ContactValue.held(kind,
				kind.isPhone() ? "+1 20655501%02d".formatted(number) : "kim" + number + "@example.org");
	}

	/**
	 * A method to add.
	 * @param user the person
	 * @param kind the method
	 * @param number which value
	 * @return the change
	 */
	public static PlannedChange add(String user, MethodKind kind, int number) {
		return new PlannedChange(new ObjectId(user), kind, Reason.NOT_REGISTERED, value(kind, number), Optional.empty(),
				Optional.empty());
	}

	/**
	 * A value of ours to change.
	 * @param user the person
	 * @param kind the method
	 * @param from the value that is registered
	 * @param to the value to come
	 * @return the change
	 */
	public static PlannedChange update(String user, MethodKind kind, int from, int to) {
		return new PlannedChange(new ObjectId(user), kind, Reason.OWN_VALUE_CHANGED, value(kind, to),
				Optional.of(value(kind, from)), Optional.empty());
	}

	/**
	 * A method that could not be read.
	 * @param user the person
	 * @param kind the method
	 * @return the change, never to be sent
	 */
	public static PlannedChange unread(String user, MethodKind kind) {
		return new PlannedChange(new ObjectId(user), kind, Reason.NOT_REGISTERED, value(kind, 1), Optional.empty(),
				Optional.of(new MethodAnswer.Unread(503, "busy")));
	}

}
