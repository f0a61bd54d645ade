package org.ssprprefill.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.ssprprefill.message.Message;

/**
 * The files in a ZIP archive, in any form that ZIP programs write from a disk, to a pipe
 * or in a browser. Names are read byte by byte: they tell what a file is not, no more.
 */
final class ZipEntries extends ZipArchiveInputStream {

	static final Message KIND = Message.of("part.zip");

	private static final int ZSTANDARD = 93;

	/** Ways to pack that are not read here (APPNOTE 4.4.5). */
	private static final Map<Integer, String> METHODS = Map.of(9, "Deflate64", 12, "bzip2", 14, "LZMA", ZSTANDARD,
			"Zstandard", 95, "xz", 98, "PPMd");

	private static final int AES = 99;

	/**
	 * Content that is neither packed nor preceded by its size is held in memory until its
	 * end is found: enough for a list of 300,000 people.
	 */
	private static final long UNMEASURED = 32L << 20;

	private final Ration ration;

	ZipEntries(InputStream packed) {
		this(new Ration(packed));
	}

	private ZipEntries(Ration packed) {
		super(packed, StandardCharsets.ISO_8859_1.name(), true, true);
		this.ration = packed;
	}

	/** The next file that was packed by hand, not by the computer on its own. */
	Optional<ZipArchiveEntry> next() throws IOException {
		this.ration.left = Long.MAX_VALUE;
		for (ZipArchiveEntry entry = getNextEntry(); entry != null; entry = getNextEntry()) {
			boolean measured = entry.getMethod() != ZipEntry.STORED
					|| !entry.getGeneralPurposeBit().usesDataDescriptor();
			this.ration.left = measured ? Long.MAX_VALUE : UNMEASURED;
			String name = entry.getName();
			if (!entry.isDirectory() && !name.startsWith("__MACOSX/") && !name.endsWith(".DS_Store")) {
				return Optional.of(entry);
			}
		}
		return Optional.empty();
	}

	/** This archive, if its entry can be read; else it is named for what it is. */
	ZipEntries readable(ZipArchiveEntry entry) throws BrokenFileException {
		int method = entry.getMethod();
		if (method == AES || entry.getGeneralPurposeBit().usesEncryption()) {
			throw new BrokenFileException(Message.of("refused.zip.locked", (method == AES) ? "AES" : "ZipCrypto")
				.then("refused.zip.locked.next"));
		}
		if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
			throw packed(method);
		}
		return this;
	}

	/** Asked before the entry is; the library that unpacks it is not there. */
	@Override
	protected InputStream createZstdInputStream(InputStream packed) throws BrokenFileException {
		throw packed(ZSTANDARD);
	}

	private static BrokenFileException packed(int method) {
		return new BrokenFileException(
				Message.of("refused.zip.method", METHODS.getOrDefault(method, "method " + method))
					.then("refused.zip.method.next"));
	}

	/**
	 * Sees to it that the archive is whole, so that no file was cut off behind the last
	 * one that was read, and that nothing follows it.
	 */
	void end() throws IOException {
		BoundedStream.end(this.in, KIND);
		if (!this.ration.ended) {
			throw new ZipException("The archive has no end");
		}
	}

	/** Bytes of which only so many may be read, and among which the archive's end is. */
	private static final class Ration extends FilterInputStream {

		/** Begins the record that ends an archive (APPNOTE 4.3.16). */
		private static final int END = 0x504b0506;

		private long left = Long.MAX_VALUE;

		private int latest;

		private boolean ended;

		Ration(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int read = this.in.read(target, offset, length);
			this.left -= Math.max(0, read);
			for (int at = offset; at < offset + read; at++) {
				this.latest = (this.latest << 8) | (target[at] & 0xff);
				this.ended |= this.latest == END;
			}
			if (this.left < 0) {
				throw new BrokenFileException(Message.of("refused.zip.unmeasured").then("refused.zip.method.next"));
			}
			return read;
		}

	}

}
