package org.ssprprefill.match;

import java.util.Locale;

/** What became of an accepted row. */
public enum MatchDecision {

	/** Exactly one enabled user, who may be written to. */
	MATCHED,

	/** No user. */
	UNMATCHED,

	/** More than one enabled user. */
	AMBIGUOUS,

	/** A user who must never be written to, though part of the population. */
	PROTECTED,

	/**
	 * A user outside the population: guest, external, disabled, resource account, other
	 * group.
	 */
	OUT_OF_SCOPE;

	/**
	 * The stable word of every output.
	 * @return for example {@code out-of-scope}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
