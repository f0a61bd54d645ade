package org.ssprprefill.run;

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
	VERIFY,

	/** What a run wrote, taken back. */
	UNDO,

	/** What an undo would do. */
	UNDO_DRY_RUN,

	/** A test account is probed; it has a sheet, and neither plan nor report. */
	PROBE;

	/**
	 * The stable word of every output; the rehearsal of an undo goes by the undo's.
	 * @return for example {@code apply}
	 */
	public String word() {
		return ((this == UNDO_DRY_RUN) ? UNDO : this).key();
	}

	/**
	 * The word of the database.
	 * @return for example {@code undo_dry_run}
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether a run of this mode may write to the tenant.
	 * @return {@code true} for {@code run}, {@code apply}, {@code undo} and a probe
	 */
	public boolean writes() {
		return this == RUN || this == APPLY || this == UNDO || this == PROBE;
	}

	/**
	 * Whether a run of this mode takes another one back, or shows how it would.
	 * @return {@code true} for an undo, rehearsed or not
	 */
	public boolean takesBack() {
		return this == UNDO || this == UNDO_DRY_RUN;
	}

	/**
	 * Whether a run of this mode looks at what HR dropped.
	 * @return {@code true} for {@code run}, {@code plan} and {@code apply}
	 */
	public boolean looksAtFeed() {
		return this == RUN || this == PLAN || this == APPLY;
	}

	/**
	 * Whether a run of this mode only shows what another would do, and so deletes
	 * nothing.
	 * @return {@code true} for {@code plan} and the rehearsal of an undo
	 */
	public boolean isRehearsal() {
		return this == PLAN || this == UNDO_DRY_RUN;
	}

	/**
	 * Whether a limit can hold a run of this mode. A kept plan that is applied was
	 * released by {@code apply}, and an undo is bounded by the run it takes back.
	 * @return {@code true} for {@code run} and {@code plan}
	 */
	public boolean mayBeHeld() {
		return this == RUN || this == PLAN;
	}

	/**
	 * The mode that a word of the database stands for.
	 * @param key what {@link #key()} answered
	 * @return the mode
	 */
	public static RunMode of(String key) {
		return valueOf(key.toUpperCase(Locale.ROOT));
	}

}
