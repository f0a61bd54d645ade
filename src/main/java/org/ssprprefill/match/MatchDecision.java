package org.ssprprefill.match;

import org.ssprprefill.contact.Word;

/** What became of an accepted row. */
public enum MatchDecision implements Word {

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

}
