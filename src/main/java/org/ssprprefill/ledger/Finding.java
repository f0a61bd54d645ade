package org.ssprprefill.ledger;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.plan.Action;
import org.ssprprefill.tenant.MethodAnswer;

/** What a read-back showed about a change. */
public enum Finding {

	/**
	 * The tenant is as the change wants it: it holds the value to be written, or none
	 * where the method was to be taken away.
	 */
	HELD,

	/** The tenant holds another value, or any where none is wanted. */
	OTHER,

	/** The tenant holds no value. */
	NONE,

	/** The tenant did not say. */
	UNREAD;

	/**
	 * Compares a change with what the tenant holds.
	 * @param change the change
	 * @param answer what the tenant holds for that person
	 * @return what that shows
	 */
	public static Finding of(ChangeEntry change, MethodAnswer answer) {
		if (!(answer instanceof MethodAnswer.Registered registered)) {
			return UNREAD;
		}
		ContactValue value = registered.methods().get(change.kind());
		if (change.action() == Action.REMOVE) {
			return (value == null) ? HELD : OTHER;
		}
		if (value == null) {
			return NONE;
		}
		return value.equals(change.value()) ? HELD : OTHER;
	}

}
