package org.ssprprefill.feed;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Holds CSV text to a bounded size, a character at a time: a cell keeps one character
 * more than an honest value may have, a record as many cells as an honest one may have.
 * It also remembers on which line each record begins, because a quoted cell may span
 * lines, and drops blank lines. Quotes follow RFC 4180, section 2; spaces around a quoted
 * cell are tolerated.
 */
final class CellClipper {

	/** The longest cell that is taken, in characters. */
	static final int LONGEST_CELL = 1000;

	/** A record keeps no more cells; one that has as many is no honest record. */
	static final int MOST_CELLS = 10_000;

	private final char delimiter;

	private final StringBuilder clipped;

	private final Deque<Long> beginnings = new ArrayDeque<>();

	private State state = State.RECORD_START;

	private long line;

	private boolean afterReturn;

	private int cells;

	private int length;

	/**
	 * Clips what follows.
	 * @param clipped where the text goes that is kept
	 * @param delimiter what separates two cells
	 * @param line the number of the header's line
	 */
	CellClipper(StringBuilder clipped, char delimiter, long line) {
		this.clipped = clipped;
		this.delimiter = delimiter;
		this.line = line;
	}

	/** The line on which the next record that the parser answers begins. */
	long beginning() {
		return this.beginnings.remove();
	}

	/** How many lines have been read. */
	long line() {
		return this.line;
	}

	/** Takes one character. Every kind of line end becomes one line feed. */
	void accept(char c) throws BrokenQuoteException {
		boolean secondHalf = c == '\n' && this.afterReturn;
		this.afterReturn = c == '\r';
		if (secondHalf) {
			return;
		}
		char one = (c == '\r') ? '\n' : c;
		place(one);
		if (one == '\n') {
			this.line++;
		}
	}

	private void place(char c) throws BrokenQuoteException {
		switch (this.state) {
			case RECORD_START -> startRecord(c);
			case CELL_START -> startCell(c);
			case PLAIN -> plain(c);
			case QUOTED -> quoted(c);
			case QUOTE_SEEN -> quoteSeen(c);
			case CLOSED -> closed(c);
		}
	}

	private void startRecord(char c) {
		if (c != '\n') {
			this.beginnings.add(this.line);
			this.cells = 1;
			startCell(c);
		}
	}

	private void startCell(char c) {
		this.length = 0;
		this.state = State.CELL_START;
		if (c == '"') {
			emit(c);
			this.state = State.QUOTED;
		}
		else if (!isPadding(c)) {
			this.state = State.PLAIN;
			plain(c);
		}
	}

	private void plain(char c) {
		if (c == this.delimiter || c == '\n') {
			endCell(c);
		}
		else if (this.length++ <= LONGEST_CELL) {
			emit(c);
		}
	}

	private void quoted(char c) {
		if (c == '"') {
			this.state = State.QUOTE_SEEN;
		}
		else if (this.length++ <= LONGEST_CELL) {
			emit(c);
		}
	}

	private void quoteSeen(char c) throws BrokenQuoteException {
		if (c != '"') {
			emit('"');
			this.state = State.CLOSED;
			closed(c);
			return;
		}
		this.state = State.QUOTED;
		if (this.length++ <= LONGEST_CELL) {
			emit('"');
			emit('"');
		}
	}

	private void closed(char c) throws BrokenQuoteException {
		if (c == this.delimiter || c == '\n') {
			endCell(c);
		}
		else if (!isPadding(c)) {
			throw new BrokenQuoteException(
					"Line " + this.line + " has text between a closing quote and the next cell.");
		}
	}

	private void endCell(char c) {
		boolean lastCell = c == '\n';
		this.cells = lastCell ? 0 : this.cells + 1;
		this.state = lastCell ? State.RECORD_START : State.CELL_START;
		emit(c);
	}

	private void emit(char c) {
		if (this.cells <= MOST_CELLS) {
			this.clipped.append(c);
		}
	}

	private boolean isPadding(char c) {
		return c != this.delimiter && c != '\n' && Character.isWhitespace(c);
	}

	/** The text ends here. */
	void end() throws BrokenQuoteException {
		if (this.state == State.QUOTED) {
			throw new BrokenQuoteException(
					"A quote in the record that begins in line " + this.beginnings.getLast() + " is never closed.");
		}
		if (this.state == State.QUOTE_SEEN) {
			emit('"');
		}
	}

	/** Where in a record the next character falls. */
	private enum State {

		RECORD_START, CELL_START, PLAIN, QUOTED, QUOTE_SEEN, CLOSED

	}

}
