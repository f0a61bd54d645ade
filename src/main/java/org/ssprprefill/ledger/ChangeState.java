package org.ssprprefill.ledger;

import java.util.Locale;

/** What became of a change; in the order in which it happens. */
public enum ChangeState {

	/** Intended; nothing has left. */
	PLANNED,

	/** Committed before the request left; it may or may not have arrived. */
	SENT,

	/** The tenant accepted it; not yet read back. */
	ANSWERED,

	/** Read back: the tenant holds it. */
	CONFIRMED,

	/** Read back: the tenant holds another value. */
	DRIFTED,

	/** Read back: the tenant holds none. */
	MISSING,

	/** The tenant refused it, and does not hold it. */
	REJECTED,

	/** It could not be read back. */
	UNKNOWN;

	/**
	 * The stable word of every output; what is answered but not read back is still sent.
	 * @return for example {@code confirmed}
	 */
	public String word() {
		return (this == ANSWERED) ? "sent" : name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether the tenant may have stored the change, whatever was seen of it.
	 * @return {@code false} for what never left, and for what was refused and not found
	 */
	public boolean mayHaveArrived() {
		return this != PLANNED && this != REJECTED;
	}

	/**
	 * Whether the change has reached its end.
	 * @return {@code false} for planned, sent and answered
	 */
	public boolean isFinal() {
		return compareTo(ANSWERED) > 0;
	}

}
