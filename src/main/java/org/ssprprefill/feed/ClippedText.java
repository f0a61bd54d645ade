package org.ssprprefill.feed;

import java.util.Arrays;

/** Text that was clipped and not yet served to the parser. */
final class ClippedText {

	private char[] chars = new char[1 << 14];

	private int size;

	private int served;

	void append(char c) {
		if (this.size == this.chars.length) {
			this.chars = Arrays.copyOf(this.chars, 2 * this.size);
		}
		this.chars[this.size++] = c;
	}

	void append(char[] block, int from, int count) {
		if (this.size + count > this.chars.length) {
			this.chars = Arrays.copyOf(this.chars, 2 * (this.size + count));
		}
		System.arraycopy(block, from, this.chars, this.size, count);
		this.size += count;
	}

	boolean isServed() {
		return this.served == this.size;
	}

	/** Serves as much as there is. */
	int serve(char[] target, int offset, int count) {
		int available = Math.min(count, this.size - this.served);
		System.arraycopy(this.chars, this.served, target, offset, available);
		this.served += available;
		return available;
	}

	/** Begins anew; what was served is needed no more. */
	void clear() {
		this.size = 0;
		this.served = 0;
	}

}
