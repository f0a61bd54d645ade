package org.ssprprefill.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ssprprefill.feed.DroppedFile.Growing;
import org.ssprprefill.feed.DroppedFile.Refused;
import org.ssprprefill.feed.DroppedFile.Settled;
import org.ssprprefill.feed.DroppedFile.State;
import org.ssprprefill.message.Message;

/**
 * Looks at one file: is it still growing, and is it what its checksum says?
 *
 * @param settledFor a file changed more recently is still growing
 * @param checksumRequired whether a file without a checksum is refused
 */
record Inspection(Duration settledFor, boolean checksumRequired) {

	/** What the name of a checksum's file ends in. */
	static final String CHECKSUM = ".sha256";

	private static final int LONGEST_CHECKSUM = 4096;

	private static final Pattern DIGITS = Pattern.compile("(?<![0-9a-z])[0-9a-f]{64}(?![0-9a-z])");

	/** Clocks and time zones differ by less; the next run has caught up with them. */
	private static final Duration MOST_AHEAD = Duration.ofDays(1);

	/** The file as it is now, or nothing if it has just gone away. */
	Optional<DroppedFile> inspect(Path path, Instant now) throws IOException {
		try {
			BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			return Optional.of(inspect(path, attributes, FileStamp.of(path), now));
		}
		catch (NoSuchFileException ex) {
			// HR took it back while we were looking
			return Optional.empty();
		}
	}

	private DroppedFile inspect(Path path, BasicFileAttributes attributes, FileStamp stamp, Instant now)
			throws IOException {
		State state;
		try {
			Optional<State> obvious = obvious(path, attributes, now);
			state = obvious.isPresent() ? obvious.get() : opened(path);
		}
		catch (NoSuchFileException ex) {
			throw ex;
		}
		catch (IOException ex) {
			// Windows answers so while another program holds the file; one file must not
			// keep the others from being taken
			state = new Growing();
		}
		String name = PlainName.of(path);
		return new DroppedFile(name, path.resolveSibling(name), stamp, "", state);
	}

	/**
	 * Looks at the first byte only: a file of gigabytes is read once, when it is staged.
	 */
	private State opened(Path path) throws IOException {
		try (InputStream in = Files.newInputStream(path)) {
			in.read();
		}
		Optional<String> checksum = checksum(path);
		if (checksum.isEmpty() && this.checksumRequired) {
			return new Refused(Message.of("refused.checksum.missing").then("refused.checksum.missing.next"));
		}
		if (checksum.filter(String::isEmpty).isPresent()) {
			return new Refused(Message.of("refused.checksum.none").then("refused.checksum.none.next"));
		}
		return new Settled();
	}

	/** What can be told without reading the content. */
	private Optional<State> obvious(Path path, BasicFileAttributes attributes, Instant now) throws IOException {
		if (!PlainName.isWhole(path)) {
			return Optional.of(new Refused(Message.of("refused.name").then("refused.name.next")));
		}
		if (attributes.isSymbolicLink()) {
			return Optional.of(new Refused(Message.of("refused.link").then("refused.link.next")));
		}
		if (!Files.isReadable(path)) {
			return Optional.of(new Refused(Message.of("refused.forbidden").then("refused.forbidden.next")));
		}
		if (attributes.size() > FeedFile.LARGEST) {
			return Optional.of(new Refused(FeedFile.TOO_LARGE));
		}
		Instant latest = lastWritten(path, attributes);
		if (latest.minus(MOST_AHEAD).isAfter(now)) {
			return Optional.of(new Refused(Message.of("refused.future").then("refused.future.next")));
		}
		return latest.plus(this.settledFor).isAfter(now) ? Optional.of(new Growing()) : Optional.empty();
	}

	/** When the file or its checksum was last written to. */
	private static Instant lastWritten(Path path, BasicFileAttributes attributes) throws IOException {
		Instant latest = attributes.lastModifiedTime().toInstant();
		Path checksum = beside(path);
		if (Files.isRegularFile(checksum)) {
			Instant answered = Files.getLastModifiedTime(checksum).toInstant();
			latest = latest.isAfter(answered) ? latest : answered;
		}
		return latest;
	}

	/** Why a file with content of that hash is not what was sent, if it is not. */
	static Optional<Message> mismatch(Path path, String sha256) throws IOException {
		return checksum(path).filter((checksum) -> !checksum.equals(sha256))
			.map((checksum) -> Message.of("refused.checksum.wrong").then("refused.checksum.wrong.next"));
	}

	/**
	 * The digits in {@code FILE.sha256}, or empty text. They stand first, or behind the
	 * file's name (BSD, OpenSSL), or between the bytes of UTF-16 (Windows PowerShell).
	 */
	static Optional<String> checksum(Path path) throws IOException {
		Path checksum = beside(path);
		if (!Files.isRegularFile(checksum)) {
			return Optional.empty();
		}
		try (InputStream in = Files.newInputStream(checksum)) {
			String text = new String(in.readNBytes(LONGEST_CHECKSUM), StandardCharsets.ISO_8859_1).replace("\0", "");
			Matcher digits = DIGITS.matcher(text.toLowerCase(Locale.ROOT));
			return Optional.of(digits.find() ? digits.group() : "");
		}
	}

	/** Where the checksum of a file lies. */
	static Path beside(Path path) {
		return path.resolveSibling(path.getFileName() + CHECKSUM);
	}

}
