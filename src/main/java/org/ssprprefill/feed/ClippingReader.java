package org.ssprprefill.feed;

import java.io.IOException;
import java.io.Reader;

/** CSV text on its way to the parser, {@linkplain CellClipper clipped} block by block. */
final class ClippingReader extends Reader {

	private final Reader text;

	private final RecordLines lines;

	private final CellClipper clipper;

	private final char[] block = new char[8192];

	private final ClippedText clipped = new ClippedText();

	private boolean ended;

	private Tail tail = Tail.WHOLE;

	/**
	 * Clips what follows.
	 * @param text the text from the header on
	 * @param dialect how the cells are written
	 * @param line the number of the header's line
	 */
	ClippingReader(Reader text, Dialect dialect, long line) {
		this.text = text;
		this.lines = new RecordLines(line);
		this.clipper = new CellClipper(this.clipped, dialect, this.lines);
	}

	/** The line on which the next record that the parser answers begins. */
	long beginning() {
		return this.lines.next();
	}

	/** How the record ends whose beginning was asked for last. */
	Tail tail() {
		return (this.ended && this.lines.areAllAnswered()) ? this.tail : Tail.WHOLE;
	}

	@Override
	public int read(char[] target, int offset, int count) throws IOException {
		while (this.clipped.isServed() && !this.ended) {
			fill();
		}
		int available = this.clipped.serve(target, offset, count);
		return (available == 0 && count > 0) ? -1 : available;
	}

	private void fill() throws IOException {
		this.clipped.clear();
		int count = this.text.read(this.block);
		if (count >= 0) {
			this.clipper.accept(this.block, count);
		}
		else {
			this.ended = true;
			if (!this.clipper.isBetweenRecords()) {
				this.tail = this.clipper.isClosed() ? Tail.CLOSED : Tail.OPEN;
			}
			this.clipper.end();
		}
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

}
