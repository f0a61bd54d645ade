package org.ssprprefill.plan;

import org.ssprprefill.contact.ContactValue;

/** What is known of a person's registered method of one kind. */
public sealed interface Registered {

	/** One of that kind is there; its value was not asked for. */
	record Unread() implements Registered {
	}

	/** None of that kind is there. */
	record Absent() implements Registered {
	}

	/**
	 * This one is there.
	 *
	 * @param value the value as the tenant holds it
	 */
	record Holds(ContactValue value) implements Registered {
	}

}
