package org.ssprprefill.feed;

/**
 * The text that is kept of a file, every cell of it in the quotes of RFC 4180, section 2:
 * a cell keeps one character more than an honest value may have, a record as many cells
 * as an honest one may have.
 */
final class KeptCells {

	/** The longest cell that is taken, in characters. */
	static final int LONGEST_CELL = 1000;

	/** A record keeps no more cells; one that has as many is no honest record. */
	static final int MOST_CELLS = 10_000;

	private static final char QUOTE = '"';

	private final StringBuilder text;

	private int cells = 1;

	private int length;

	KeptCells(StringBuilder text) {
		this.text = text;
	}

	void open() {
		this.length = 0;
		emit(QUOTE);
	}

	void content(char c) {
		if (this.length++ <= LONGEST_CELL) {
			emit(c);
			if (c == QUOTE) {
				emit(c);
			}
		}
	}

	void close() {
		emit(QUOTE);
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
