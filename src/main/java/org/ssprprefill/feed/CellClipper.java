package org.ssprprefill.feed;

import org.ssprprefill.message.Message;

/**
 * Takes CSV text of any dialect a character at a time and {@linkplain KeptCells keeps} it
 * in one dialect and within bounds. Blank lines are dropped, and spaces around a quoted
 * cell are tolerated.
 */
final class CellClipper {

	private final KeptCells kept;

	private final RecordLines lines;

	private final char delimiter;

	private final char quote;

	private boolean backslash;

	private CellState state = CellState.RECORD_START;

	/**
	 * Clips what follows.
	 * @param clipped where the text goes that is kept
	 * @param dialect how the cells are written
	 * @param lines counts the lines, from the header's on
	 */
	CellClipper(ClippedText clipped, Dialect dialect, RecordLines lines) {
		this.kept = new KeptCells(clipped, dialect.quote());
		this.delimiter = dialect.delimiter();
		this.quote = dialect.quote();
		this.backslash = dialect.backslash();
		this.lines = lines;
	}

	/** Takes text. Every kind of line end becomes one line feed. */
	void accept(char[] block, int count) throws BrokenFileException {
		int at = 0;
		while (at < count) {
			int end = endOfText(block, at, count);
			if (end > at) {
				this.lines.goOn();
				this.kept.content(block, at, end);
				at = end;
			}
			else {
				take(block[at]);
				at++;
			}
		}
	}

	private void take(char c) throws BrokenFileException {
		if (!this.lines.isTaken(c)) {
			boolean ended = c == '\n' || c == '\r';
			place(ended ? '\n' : c);
			if (ended) {
				this.lines.endLine();
			}
		}
	}

	/** Most characters are text of a cell and decide nothing. */
	private int endOfText(char[] block, int from, int count) {
		return switch (this.state) {
			case PLAIN -> before(this.delimiter, this.delimiter, block, from, count);
			case QUOTED -> before(this.quote, '\\', block, from, count);
			default -> from;
		};
	}

	private static int before(char first, char second, char[] block, int from, int count) {
		int at = from;
		while (at < count && block[at] != first && block[at] != second && block[at] != '\n' && block[at] != '\r') {
			at++;
		}
		return at;
	}

	private void place(char c) throws BrokenFileException {
		switch (this.state) {
			case PLAIN -> endPlain(c);
			case CELL_START -> startCell(c);
			case RECORD_START -> startRecord(c);
			case QUOTED -> quoted(c);
			case QUOTE_SEEN -> quoteSeen(c);
			case BACKSLASH_SEEN -> backslashSeen(c);
			case DOUBTFUL_QUOTE -> doubtfulQuote(c);
			case CLOSED -> closed(c);
		}
	}

	private void startRecord(char c) {
		if (c != '\n') {
			this.lines.beginRecord();
			startCell(c);
		}
	}

	private void startCell(char c) {
		this.state = CellState.CELL_START;
		if (c == this.quote) {
			this.kept.open(true);
			this.state = CellState.QUOTED;
		}
		else if (c == this.delimiter || c == '\n') {
			endCell(c);
		}
		else if (!isPadding(c)) {
			this.kept.open(c == '"');
			this.kept.content(c);
			this.state = CellState.PLAIN;
		}
	}

	private void endPlain(char c) {
		this.kept.close();
		endCell(c);
	}

	private void quoted(char c) {
		if (c == this.quote) {
			this.state = CellState.QUOTE_SEEN;
		}
		else if (c == '\\') {
			this.state = CellState.BACKSLASH_SEEN;
		}
		else {
			this.kept.content(c);
		}
	}

	private void quoteSeen(char c) throws BrokenFileException {
		if (c == this.quote) {
			this.state = CellState.QUOTED;
			this.kept.content(c);
			return;
		}
		this.kept.close();
		this.state = CellState.CLOSED;
		closed(c);
	}

	private void backslashSeen(char c) {
		this.state = CellState.QUOTED;
		if (this.backslash && (c == this.quote || c == '\\')) {
			this.kept.content(c);
		}
		else if (c == this.quote) {
			this.state = CellState.DOUBTFUL_QUOTE;
		}
		else {
			this.kept.content('\\');
			quoted(c);
		}
	}

	/** Behind the end of a cell no text can follow, so there the quote was escaped. */
	private void doubtfulQuote(char c) throws BrokenFileException {
		if (c == this.quote || c == this.delimiter || c == '\n' || isPadding(c)) {
			this.kept.content('\\');
			quoteSeen(c);
			return;
		}
		this.backslash = true;
		this.kept.content(this.quote);
		this.state = CellState.QUOTED;
		quoted(c);
	}

	private void closed(char c) throws BrokenFileException {
		if (c == this.delimiter || c == '\n') {
			endCell(c);
		}
		else if (!isPadding(c)) {
			throw new BrokenFileException(
					Message.of("refused.quote.after", this.lines.current()).then("refused.quote.next"));
		}
	}

	private void endCell(char c) {
		if (c == '\n') {
			this.state = CellState.RECORD_START;
			this.kept.endRecord();
		}
		else {
			this.state = CellState.CELL_START;
			this.kept.endCell(c);
		}
	}

	private boolean isPadding(char c) {
		return c != this.delimiter && c != '\n' && Character.isWhitespace(c);
	}

	/** Whether the last line has ended. */
	boolean isBetweenRecords() {
		return this.state == CellState.RECORD_START;
	}

	/** Whether the last cell ends with the quote that closes it. */
	boolean isClosed() {
		return this.state == CellState.QUOTE_SEEN || this.state == CellState.CLOSED;
	}

	/** The text ends here. */
	void end() throws BrokenFileException {
		if (this.state == CellState.QUOTED || this.state == CellState.BACKSLASH_SEEN) {
			throw new BrokenFileException(
					Message.of("refused.quote.open", this.lines.last()).then("refused.quote.next"));
		}
		if (this.state == CellState.DOUBTFUL_QUOTE) {
			this.kept.content('\\');
		}
		if (this.state == CellState.DOUBTFUL_QUOTE || this.state == CellState.QUOTE_SEEN
				|| this.state == CellState.PLAIN) {
			this.kept.close();
		}
	}

}
