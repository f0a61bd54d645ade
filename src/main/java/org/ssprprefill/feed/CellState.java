package org.ssprprefill.feed;

/** Where in a record the next character falls. */
enum CellState {

	/** Before the first cell of a record. */
	RECORD_START,

	/** Before the text of a cell. */
	CELL_START,

	/** In a cell without quotes. */
	PLAIN,

	/** In a quoted cell. */
	QUOTED,

	/** Behind a quote in a quoted cell: its end, or the first half of two. */
	QUOTE_SEEN,

	/** Behind a backslash in a quoted cell. */
	BACKSLASH_SEEN,

	/**
	 * Behind a backslash and a quote, where it is not known whether one escapes the
	 * other.
	 */
	DOUBTFUL_QUOTE,

	/** Behind the end of a quoted cell. */
	CLOSED

}
