package org.ssprprefill.plan;

import java.util.Locale;

/** Why a change has its action; for people, never for decisions. */
public enum Reason {

	/** None of that kind is registered. */
	NOT_REGISTERED(Action.ADD),

	/** We wrote the registered value, and HR has another one now. */
	OWN_VALUE_CHANGED(Action.UPDATE),

	/** The job definition says to replace whatever is there. */
	REPLACE_CONFIGURED(Action.UPDATE),

	/** One of that kind is there. */
	ALREADY_REGISTERED(Action.NONE),

	/** Another value is there, and not ours. */
	REGISTERED_BY_USER(Action.NONE),

	/** We wrote it, and it was taken away. */
	REMOVED_SINCE(Action.NONE),

	/** HR gave no usable value. */
	NO_VALUE(Action.NONE),

	/** The job definition leaves the method alone. */
	METHOD_OFF(Action.NONE),

	/** Enough people for tonight. */
	BEYOND_PILOT(Action.NONE),

	/** This cloud does not offer the method. */
	CLOUD_LACKS_METHOD(Action.NONE);

	private final Action action;

	Reason(Action action) {
		this.action = action;
	}

	/**
	 * The action that has this reason.
	 * @return the one action
	 */
	public Action action() {
		return this.action;
	}

	/**
	 * The stable word of every output.
	 * @return for example {@code own-value-changed}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
