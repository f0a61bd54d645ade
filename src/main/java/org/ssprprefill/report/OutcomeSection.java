package org.ssprprefill.report;

import java.util.List;

/**
 * What became of the changes. Only what was read back counts as confirmed.
 *
 * @param confirmed read back as written
 * @param drifted read back with another value
 * @param missing read back, and not there
 * @param rejected refused by Graph
 * @param unknown could not be read back
 * @param errors Graph's refusals by status and code
 */
public record OutcomeSection(MethodCounts confirmed, MethodCounts drifted, MethodCounts missing, MethodCounts rejected,
		MethodCounts unknown, List<ErrorLine> errors) {

	/** Nothing was written. */
	public static final OutcomeSection NONE = new OutcomeSection(MethodCounts.NONE, MethodCounts.NONE,
			MethodCounts.NONE, MethodCounts.NONE, MethodCounts.NONE, List.of());

	/** Keeps a copy of the list. */
	public OutcomeSection {
		errors = List.copyOf(errors);
	}

	/**
	 * How many changes have an outcome.
	 * @return the sum over outcomes and methods
	 */
	public int total() {
		return this.confirmed.total() + this.drifted.total() + this.missing.total() + this.rejected.total()
				+ this.unknown.total();
	}

	/**
	 * One kind of refusal.
	 *
	 * @param status the HTTP status
	 * @param code Graph's error code
	 * @param count how often
	 */
	public record ErrorLine(int status, String code, int count) {
	}

}
