package org.ssprprefill.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Optional;

import org.ssprprefill.contact.Country;
import org.ssprprefill.message.Message;

/**
 * A file as text: its bytes are hashed as they were dropped, unpacked, and decoded in a
 * character set that is proven or configured. A byte that does not belong to that set is
 * marked, never a question mark.
 */
final class FeedFile implements AutoCloseable {

	/** The largest export that is read. */
	static final long LARGEST = 2L << 30;

	/** The answer where there is too much. */
	static final Message TOO_LARGE = Message.of("refused.large").then("refused.large.next");

	/** The answer where there is nothing to read. */
	static final Message UNREADABLE = Message.of("refused.unreadable").then("refused.unreadable.next");

	/** How far to look for the pattern of UTF-16. */
	private static final int SAMPLE = 4096;

	/** Fewer bytes show no pattern. */
	private static final int SHORTEST = 16;

	private final DigestInputStream bytes;

	private final BufferedReader text;

	private final Charset charset;

	private final Path path;

	private Optional<String> sha256 = Optional.empty();

	private FeedFile(Path path, DigestInputStream bytes, BufferedReader text, Charset charset) {
		this.path = path;
		this.bytes = bytes;
		this.text = text;
		this.charset = charset;
	}

	/**
	 * Opens a file. A byte order mark decides; without one the configured character set;
	 * without either it is recognised.
	 */
	static FeedFile open(Path file, FeedSettings settings) throws IOException, RefusedExportException {
		return open(file, settings.charset(), settings.defaultCountry(), settings.pgpKey());
	}

	static FeedFile open(Path file, Optional<Charset> configured, Optional<Country> country, Optional<PgpKey> key)
			throws IOException, RefusedExportException {
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
			throw new RefusedExportException(UNREADABLE);
		}
		if (Files.size(file) > LARGEST) {
			throw new RefusedExportException(TOO_LARGE);
		}
		DigestInputStream bytes = new DigestInputStream(Files.newInputStream(file), Sha256.digest());
		try {
			return open(file, bytes, configured, country, key);
		}
		catch (IOException | RefusedExportException | RuntimeException ex) {
			bytes.close();
			throw ex;
		}
	}

	private static FeedFile open(Path file, DigestInputStream bytes, Optional<Charset> configured,
			Optional<Country> country, Optional<PgpKey> key) throws IOException, RefusedExportException {
		Unpacking unpacking = new Unpacking(key, Files.size(file));
		InputStream in = unpacking.open(bytes);
		in.mark(SAMPLE);
		byte[] start = in.readNBytes(SAMPLE);
		in.reset();
		Optional<Message> refusal = CompoundFile.isOne(start) ? Optional.of(CompoundFile.refusal(in))
				: FileSignature.ofBytes(start);
		if (refusal.isPresent()) {
			throw new RefusedExportException(refusal.get());
		}
		Optional<ByteOrderMark> mark = ByteOrderMark.of(start);
		if (mark.isPresent()) {
			in.readNBytes(mark.get().length());
		}
		Optional<Charset> named = mark.map(ByteOrderMark::charset)
			.or(() -> configured)
			.or(() -> WidePattern.charset(start));
		Charset charset = named.isPresent() ? named.get() : recognised(file, unpacking, country);
		return new FeedFile(file, bytes, new BufferedReader(new DecodingReader(in, charset), 1 << 15), charset);
	}

	/**
	 * Reads the file before it is hashed and staged, and so a second time: the last line
	 * may tell that it is no UTF-8, when all rows before are staged. It takes 0.75 s for
	 * 100 MB, about 1 % of the reading of its rows; a file whose set a byte order mark or
	 * the job names is read once.
	 */
	private static Charset recognised(Path file, Unpacking unpacking, Optional<Country> country)
			throws IOException, RefusedExportException {
		try (InputStream in = unpacking.open(Files.newInputStream(file))) {
			return CharsetDetector.of(NonAsciiWords.of(in), country);
		}
	}

	BufferedReader text() {
		return this.text;
	}

	Charset charset() {
		return this.charset;
	}

	/**
	 * The hash of the file as it was dropped; to be asked after the last character. An
	 * archive goes on behind the file in it.
	 */
	String sha256() throws IOException {
		if (this.sha256.isEmpty()) {
			this.bytes.transferTo(OutputStream.nullOutputStream());
			this.sha256 = Optional.of(HexFormat.of().formatHex(this.bytes.getMessageDigest().digest()));
		}
		return this.sha256.get();
	}

	/** Whether a checksum beside the file proves it; asked after the last character. */
	boolean isProvenWhole() throws IOException {
		Optional<String> checksum = Inspection.checksum(this.path);
		return checksum.isPresent() && checksum.get().equals(sha256());
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

	/** The bytes that some programs put first to name the character set. */
	private record ByteOrderMark(Charset charset, int length) {

		static Optional<ByteOrderMark> of(byte[] start) {
			String hex = HexFormat.of().formatHex(start, 0, Math.min(3, start.length));
			if (hex.startsWith("efbbbf")) {
				return Optional.of(new ByteOrderMark(StandardCharsets.UTF_8, 3));
			}
			if (hex.startsWith("fffe")) {
				return Optional.of(new ByteOrderMark(StandardCharsets.UTF_16LE, 2));
			}
			return hex.startsWith("feff") ? Optional.of(new ByteOrderMark(StandardCharsets.UTF_16BE, 2))
					: Optional.empty();
		}

	}

	/** UTF-16 without byte order mark: every other byte of mostly Latin text is zero. */
	private static final class WidePattern {

		static Optional<Charset> charset(byte[] start) {
			int[] zeros = new int[2];
			for (int at = 0; at < start.length; at++) {
				zeros[at & 1] += (start[at] == 0) ? 1 : 0;
			}
			int third = start.length / 6;
			if (start.length < SHORTEST || zeros[0] + zeros[1] <= third) {
				return Optional.empty();
			}
			if (zeros[0] * 20 < zeros[1]) {
				return Optional.of(StandardCharsets.UTF_16LE);
			}
			return (zeros[1] * 20 < zeros[0]) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
		}

	}

}
