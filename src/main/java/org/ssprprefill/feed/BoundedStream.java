package org.ssprprefill.feed;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** What comes out of an archive: never more than a bound, and damage told in words. */
final class BoundedStream extends FilterInputStream {

	private final long most;

	private final String kind;

	private long count;

	/**
	 * Bounds a stream.
	 * @param in what comes out of the archive
	 * @param kind what the archive is, for messages
	 * @param most how many bytes may come
	 */
	BoundedStream(InputStream in, String kind, long most) {
		super(in);
		this.kind = kind;
		this.most = most;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		try {
			int read = this.in.read(target, offset, length);
			this.count += Math.max(0, read);
			if (this.count > this.most) {
				throw new BrokenFileException("The " + this.kind + " expands to more than any honest export"
						+ " would. Drop the CSV file itself.");
			}
			return read;
		}
		catch (EOFException | ZipException | IllegalArgumentException ex) {
			// The last is how Java meets a ZIP entry whose name is no text
			throw new BrokenFileException(
					"The " + this.kind + " is damaged or incomplete. Export it and drop it again.", ex);
		}
	}

	@Override
	public long skip(long bytes) throws IOException {
		return Math.max(0, read(new byte[(int) Math.min(bytes, 8192)]));
	}

	@Override
	public boolean markSupported() {
		return false;
	}

}
