package org.ssprprefill.plan;

import java.util.Locale;

/** What a change does to the tenant. */
public enum Action {

	/** Registers a method where none is. */
	ADD,

	/** Changes the registered method. */
	UPDATE,

	/** Takes the registered method away; only an undo does. */
	REMOVE,

	/** Nothing. */
	NONE;

	/**
	 * The stable word of every output. Outputs know no removal: an undo is told in the
	 * words of what it takes back, so a removal goes by the name of its addition.
	 * @return for example {@code add}
	 */
	public String word() {
		return ((this == REMOVE) ? ADD : this).name().toLowerCase(Locale.ROOT);
	}

}
