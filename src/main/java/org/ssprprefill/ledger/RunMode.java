package org.ssprprefill.ledger;

import java.util.Locale;

/** What a run was started for. */
public enum RunMode {

	/** The nightly job. */
	RUN,

	/** The same up to the plan, which is kept. */
	PLAN,

	/** A kept plan, applied. */
	APPLY,

	/** Licences and coverage without a feed. */
	VERIFY;

	/**
	 * The stable word of every output.
	 * @return for example {@code apply}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether a run of this mode may write to the tenant.
	 * @return {@code true} for {@code run} and {@code apply}
	 */
	public boolean writes() {
		return this == RUN || this == APPLY;
	}

	static RunMode of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT));
	}

}
