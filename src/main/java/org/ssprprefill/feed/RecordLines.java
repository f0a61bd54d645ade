package org.ssprprefill.feed;

import java.util.ArrayDeque;
import java.util.Deque;

/** On which line of the file each record begins; a quoted cell may span lines. */
final class RecordLines {

	private final Deque<Long> beginnings = new ArrayDeque<>();

	private long line;

	private boolean afterReturn;

	/**
	 * Begins to count.
	 * @param line the number of the first line
	 */
	RecordLines(long line) {
		this.line = line;
	}

	/** Whether a character is the second half of a line end that was taken already. */
	boolean isTaken(char c) {
		boolean taken = c == '\n' && this.afterReturn;
		this.afterReturn = c == '\r';
		return taken;
	}

	/** Text of a cell follows, and no second half of a line end. */
	void goOn() {
		this.afterReturn = false;
	}

	void endLine() {
		this.line++;
	}

	long current() {
		return this.line;
	}

	void beginRecord() {
		this.beginnings.add(this.line);
	}

	/** Where the last record begins. */
	long last() {
		return this.beginnings.getLast();
	}

	/** Whether the parser has answered every record that began. */
	boolean areAllAnswered() {
		return this.beginnings.isEmpty();
	}

	/** Where the next record that the parser answers begins. */
	long next() {
		return this.beginnings.remove();
	}

}
