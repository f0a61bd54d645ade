package org.ssprprefill.feed;

import java.io.IOException;
import java.io.InputStream;

import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.ssprprefill.message.Message;

/**
 * What gzip packed: one member after the other (RFC 1952, section 2.2), and nothing
 * behind them.
 */
final class GzipMembers extends InputStream {

	static final Message KIND = Message.of("part.gzip");

	private final InputStream packed;

	private InputStream member;

	private boolean ended;

	/**
	 * Opens the first member.
	 * @param packed bytes that can be marked
	 */
	GzipMembers(InputStream packed) throws IOException {
		this.packed = packed;
		this.member = new GzipCompressorInputStream(packed);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = this.ended ? -1 : this.member.read(target, offset, length);
		while (read < 0 && !this.ended) {
			this.packed.mark(2);
			byte[] next = this.packed.readNBytes(2);
			this.packed.reset();
			this.ended = next.length == 0;
			if (!this.ended) {
				if (GzipCompressorInputStream.matches(next, next.length)) {
					this.member = new GzipCompressorInputStream(this.packed);
					read = this.member.read(target, offset, length);
				}
				else {
					BoundedStream.end(this.packed, KIND);
				}
			}
		}
		return read;
	}

	@Override
	public void close() throws IOException {
		this.packed.close();
	}

}
