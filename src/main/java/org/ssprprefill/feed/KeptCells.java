package org.ssprprefill.feed;

/**
 * The text that is kept of a file, with the quotes of RFC 4180, section 2: a cell keeps
 * one character more than an honest value may have, a record as many cells as an honest
 * one may have.
 */
final class KeptCells {

	/** The longest cell that is taken, in characters. */
	static final int LONGEST_CELL = 1000;

	/** A record keeps no more cells; one that has as many is no honest record. */
	static final int MOST_CELLS = 10_000;

	private static final char QUOTE = '"';

	private final ClippedText text;

	private final char written;

	private int cells = 1;

	private int length;

	private boolean quoted;

	/**
	 * Begins with nothing.
	 * @param text where the text goes
	 * @param written what encloses cells in the file
	 */
	KeptCells(ClippedText text, char written) {
		this.text = text;
		this.written = written;
	}

	/**
	 * Begins a cell; one without quotes may neither hold a delimiter or line end nor
	 * begin with a quote.
	 */
	void open(boolean inQuotes) {
		this.length = 0;
		this.quoted = inQuotes;
		if (inQuotes) {
			emit(QUOTE);
		}
	}

	void content(char c) {
		if (this.length++ <= LONGEST_CELL) {
			emit(c);
			if (c == QUOTE && this.quoted) {
				emit(c);
			}
		}
	}

	/** Text that neither ends nor encloses a cell of the file. */
	void content(char[] block, int from, int to) {
		if (this.quoted && this.written != QUOTE) {
			for (int at = from; at < to; at++) {
				content(block[at]);
			}
			return;
		}
		int room = Math.max(0, LONGEST_CELL + 1 - this.length);
		if (this.cells <= MOST_CELLS) {
			this.text.append(block, from, Math.min(to - from, room));
		}
		this.length += to - from;
	}

	void close() {
		if (this.quoted) {
			emit(QUOTE);
		}
	}

	void endCell(char delimiter) {
		this.cells++;
		emit(delimiter);
	}

	void endRecord() {
		this.cells = 1;
		emit('\n');
	}

	private void emit(char c) {
		if (this.cells <= MOST_CELLS) {
			this.text.append(c);
		}
	}

}
