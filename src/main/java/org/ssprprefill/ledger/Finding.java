package org.ssprprefill.ledger;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.tenant.MethodAnswer;

/** What a read-back showed about a change. */
public enum Finding {

	/** The tenant holds the value that was to be written. */
	HELD,

	/** The tenant holds another value. */
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
		if (value == null) {
			return NONE;
		}
		return value.equals(change.value()) ? HELD : OTHER;
	}

}
