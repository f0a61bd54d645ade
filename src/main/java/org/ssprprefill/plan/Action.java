package org.ssprprefill.plan;

import java.util.Locale;

/** What a change does to the tenant. */
public enum Action {

	/** Registers a method where none is. */
	ADD,

	/** Changes the registered method. */
	UPDATE,

	/** Nothing. */
	NONE;

	/**
	 * The stable word of every output.
	 * @return for example {@code add}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
