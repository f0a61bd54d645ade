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

	/** An undo takes away what a run has added. */
	ADDITION_TAKEN_BACK(Action.REMOVE),

	/** An undo puts an earlier value of ours back. */
	OWN_VALUE_PUT_BACK(Action.UPDATE),

	/** An undo puts the value back that a run has replaced. */
	REPLACED_VALUE_PUT_BACK(Action.UPDATE),

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
	 * The reason of the change that takes a change of this reason back; twice leads back
	 * to this reason.
	 * @return the inverse
	 * @throws IllegalStateException if this is the reason of no change
	 */
	public Reason inverse() {
		return switch (this) {
			case NOT_REGISTERED -> ADDITION_TAKEN_BACK;
			case OWN_VALUE_CHANGED -> OWN_VALUE_PUT_BACK;
			case REPLACE_CONFIGURED -> REPLACED_VALUE_PUT_BACK;
			case ADDITION_TAKEN_BACK -> NOT_REGISTERED;
			case OWN_VALUE_PUT_BACK -> OWN_VALUE_CHANGED;
			case REPLACED_VALUE_PUT_BACK -> REPLACE_CONFIGURED;
			default -> throw new IllegalStateException("Nothing was done because of " + this);
		};
	}

	/**
	 * Whether this is the reason of a change that takes another one back.
	 * @return {@code true} for what an undo does
	 */
	public boolean takesBack() {
		return this == ADDITION_TAKEN_BACK || this == OWN_VALUE_PUT_BACK || this == REPLACED_VALUE_PUT_BACK;
	}

	/**
	 * The stable word of every output; what takes a change back goes by that change's
	 * reason.
	 * @return for example {@code own-value-changed}
	 */
	public String word() {
		return (takesBack() ? inverse() : this).name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
