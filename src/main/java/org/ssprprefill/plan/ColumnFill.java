package org.ssprprefill.plan;

import org.ssprprefill.contact.MethodKind;

/**
 * How full one column of a feed is, and with what.
 *
 * @param kind the method whose values the column holds
 * @param rows how many rows the feed has
 * @param given how many of them have anything in the column
 * @param foreign how many of these hold another column's kind of data: an address where a
 * number belongs, or the reverse
 */
public record ColumnFill(MethodKind kind, long rows, long given, long foreign) {

	/** Fewer cells say nothing about an export as a whole. */
	private static final long FEW = 5;

	/** Fewer foreign cells are slips of the pen. */
	private static final long SLIPS = 2;

	/**
	 * Whether the column holds another column's data: more than half of its cells do, and
	 * more than two.
	 * @return {@code true} for an export whose columns are mixed up
	 */
	public boolean holdsAnotherKind() {
		return this.foreign > SLIPS && this.foreign * 2 > this.given;
	}

	/**
	 * Whether the column is suddenly empty: the share of its cells that are filled has
	 * fallen below a tenth of what it was. Feeds of less than five rows, and columns that
	 * had less than five cells filled, are not judged.
	 * @param before the same column in the last accepted feed
	 * @return {@code true} for a column that lost nearly everything
	 */
	public boolean isSuddenlyEmpty(ColumnFill before) {
		boolean judged = before.given >= FEW && this.rows >= FEW;
		return judged && this.given * before.rows * 10 < before.given * this.rows;
	}

}
