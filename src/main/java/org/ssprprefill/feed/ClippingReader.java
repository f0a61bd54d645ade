package org.ssprprefill.feed;

import java.io.IOException;
import java.io.Reader;

/** CSV text on its way to the parser, {@linkplain CellClipper clipped} block by block. */
final class ClippingReader extends Reader {

	private final Reader text;

	private final CellClipper clipper;

	private final char[] block = new char[8192];

	private final StringBuilder clipped = new StringBuilder();

	private int served;

	private boolean ended;

	/**
	 * Clips what follows.
	 * @param text the text from the header on
	 * @param dialect how the cells are written
	 * @param line the number of the header's line
	 */
	ClippingReader(Reader text, Dialect dialect, long line) {
		this.text = text;
		this.clipper = new CellClipper(this.clipped, dialect, line);
	}

	/** The line on which the next record that the parser answers begins. */
	long beginning() {
		return this.clipper.beginning();
	}

	@Override
	public int read(char[] target, int offset, int count) throws IOException {
		while (this.served == this.clipped.length() && !this.ended) {
			fill();
		}
		int available = Math.min(count, this.clipped.length() - this.served);
		this.clipped.getChars(this.served, this.served + available, target, offset);
		this.served += available;
		return (available == 0 && count > 0) ? -1 : available;
	}

	private void fill() throws IOException {
		this.clipped.setLength(0);
		this.served = 0;
		int count = this.text.read(this.block);
		for (int at = 0; at < count; at++) {
			this.clipper.accept(this.block[at]);
		}
		if (count < 0) {
			this.ended = true;
			this.clipper.end();
		}
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

}
