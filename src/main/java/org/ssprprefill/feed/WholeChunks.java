package org.ssprprefill.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What was decrypted, read to an end that is proven. An end that the library does not
 * prove by itself is taken for damage, which an honest message hardly ever meets.
 */
final class WholeChunks extends FilterInputStream {

	private final long chunk;

	private long count;

	/**
	 * Watches for the end.
	 * @param in what was decrypted
	 * @param chunk how many bytes a full chunk has
	 */
	WholeChunks(InputStream in, long chunk) {
		super(in);
		this.chunk = chunk;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = this.in.read(target, offset, length);
		this.count += Math.max(0, read);
		if (read < 0 && this.count % this.chunk == 0) {
			throw new BrokenFileException(PgpMessage.DAMAGED);
		}
		return read;
	}

	@Override
	public long skip(long bytes) throws IOException {
		return Math.max(0, read(new byte[(int) Math.min(bytes, 8192)]));
	}

}
