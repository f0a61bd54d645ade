package org.ssprprefill.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Bytes as text, where a byte that is no character is {@linkplain Undecodable marked},
 * never replaced.
 */
final class DecodingReader extends Reader {

	private final InputStream in;

	private final CharsetDecoder decoder;

	private final ByteBuffer bytes = ByteBuffer.allocate(1 << 14);

	/** Of its own, because a caller may have room for half a character only. */
	private final CharBuffer decoded = CharBuffer.allocate(1 << 13);

	private boolean ended;

	private boolean flushed;

	DecodingReader(InputStream in, Charset charset) {
		this.in = in;
		this.decoder = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		this.bytes.limit(0);
		this.decoded.limit(0);
	}

	@Override
	public int read(char[] target, int offset, int count) throws IOException {
		while (!this.decoded.hasRemaining() && !this.flushed) {
			this.decoded.clear();
			decode(this.decoded);
			this.decoded.flip();
		}
		int available = Math.min(count, this.decoded.remaining());
		this.decoded.get(target, offset, available);
		return (available == 0 && count > 0) ? -1 : available;
	}

	private void decode(CharBuffer chars) throws IOException {
		CoderResult result = this.decoder.decode(this.bytes, chars, this.ended);
		if (result.isError()) {
			mark(result.length(), chars);
		}
		else if (result.isUnderflow()) {
			if (this.ended) {
				this.flushed = this.decoder.flush(chars).isUnderflow();
			}
			else {
				fill();
			}
		}
	}

	/** Marks as many bytes as there is room for; the rest is met again. */
	private void mark(int count, CharBuffer chars) {
		for (int at = 0; at < count && chars.hasRemaining(); at++) {
			chars.put(Undecodable.mark(this.bytes.get()));
		}
	}

	private void fill() throws IOException {
		this.bytes.compact();
		int count = this.in.read(this.bytes.array(), this.bytes.position(), this.bytes.remaining());
		this.ended = count < 0;
		this.bytes.position(this.bytes.position() + Math.max(0, count));
		this.bytes.flip();
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
