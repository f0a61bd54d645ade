package org.ssprprefill.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.ssprprefill.message.Message;

/** What comes out of an archive: never more than a bound, and damage told in words. */
final class BoundedStream extends FilterInputStream {

	private final long most;

	private final Message kind;

	private long count;

	/**
	 * Bounds a stream.
	 * @param in what comes out of the archive
	 * @param kind what the archive is, for messages
	 * @param most how many bytes may come
	 */
	BoundedStream(InputStream in, Message kind, long most) {
		super(in);
		this.kind = kind;
		this.most = most;
	}

	/**
	 * Reads what follows what was packed: nothing but the zeros that fill a last block.
	 */
	static void end(InputStream rest, Message kind) throws IOException {
		byte[] block = new byte[4096];
		for (int count = rest.read(block); count >= 0; count = rest.read(block)) {
			for (int at = 0; at < count; at++) {
				if (block[at] != 0) {
					throw followed(kind);
				}
			}
		}
	}

	/** What is not read might be people: nothing may follow what was packed. */
	static BrokenFileException followed(Message kind) {
		return new BrokenFileException(Message.of("refused.kind.followed", kind).then("refused.kind.followed.next"));
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
				throw new BrokenFileException(Message.of("refused.kind.large", this.kind).then("refused.packed.next"));
			}
			return read;
		}
		catch (BrokenFileException ex) {
			throw ex;
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new BrokenFileException(Message.of("refused.kind.damaged", this.kind).then("refused.drop-again"), ex);
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
