package org.ssprprefill.feed;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file as text: its bytes are hashed while they pass, its character set is proven, and
 * a byte that does not belong to that set is an error, never a question mark.
 */
final class FeedFile implements AutoCloseable {

	/** The largest export that is read. */
	static final long LARGEST = 2L << 30;

	private final DigestInputStream bytes;

	private final BufferedReader text;

	private final Charset charset;

	private FeedFile(DigestInputStream bytes, BufferedReader text, Charset charset) {
		this.bytes = bytes;
		this.text = text;
		this.charset = charset;
	}

	/**
	 * Opens a file. A byte order mark decides; without one the configured character set;
	 * without either it is recognised.
	 */
	static FeedFile open(Path file, Optional<Charset> configured) throws IOException, RefusedExportException {
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
			throw new RefusedExportException("The file does not exist or cannot be read."
					+ " Check its name, and that the account of this program may read it.");
		}
		if (Files.size(file) > LARGEST) {
			throw new RefusedExportException("The file is larger than 2 GiB. Split the export into several files.");
		}
		DigestInputStream bytes = new DigestInputStream(Files.newInputStream(file), Sha256.digest());
		try {
			return open(file, bytes, configured);
		}
		catch (IOException | RefusedExportException ex) {
			bytes.close();
			throw ex;
		}
	}

	private static FeedFile open(Path file, DigestInputStream bytes, Optional<Charset> configured)
			throws IOException, RefusedExportException {
		InputStream in = new BufferedInputStream(bytes, 1 << 16);
		in.mark(FileSignature.BYTES);
		byte[] start = in.readNBytes(FileSignature.BYTES);
		in.reset();
		Optional<String> refusal = FileSignature.ofBytes(start);
		if (refusal.isPresent()) {
			throw new RefusedExportException(refusal.get());
		}
		Optional<ByteOrderMark> mark = ByteOrderMark.of(start);
		if (mark.isPresent()) {
			in.readNBytes(mark.get().length());
		}
		Optional<Charset> named = mark.map(ByteOrderMark::charset).or(() -> configured);
		Charset charset = named.isPresent() ? named.get() : Recognition.of(file);
		return new FeedFile(bytes, strict(in, charset), charset);
	}

	private static BufferedReader strict(InputStream in, Charset charset) {
		return new BufferedReader(new InputStreamReader(in,
				charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT)));
	}

	BufferedReader text() {
		return this.text;
	}

	Charset charset() {
		return this.charset;
	}

	/** The hash of everything read so far; to be asked once, after the last character. */
	String sha256() {
		return HexFormat.of().formatHex(this.bytes.getMessageDigest().digest());
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

	/** The bytes that some programs put first to name the character set. */
	private record ByteOrderMark(Charset charset, int length) {

		static Optional<ByteOrderMark> of(byte[] start) {
			String hex = HexFormat.of().formatHex(start);
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

}
