package org.ssprprefill.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import org.ssprprefill.message.Message;

/**
 * Takes a CSV file out of what it was packed in, by its first bytes and not by its name:
 * gzip, a ZIP archive with one file, OpenPGP, and these inside one another.
 */
final class Unpacking {

	/** A small archive may expand to this size, however small it is. */
	private static final long ALWAYS = 16L << 20;

	/** Beyond it, no list of people shrinks further than to one byte in so many. */
	private static final long RATIO = 200;

	private static final int DEEPEST = 3;

	/** Of an archive, or of one that was cut into volumes and joined again. */
	private static final Pattern ZIP = Pattern.compile("504b(0304|0506|(3030|0708)504b0304)");

	/** A mail above a message is no longer. */
	private static final int BYTES = 1 << 14;

	private final Optional<PgpKey> key;

	private final long most;

	/**
	 * Prepares to unpack a file.
	 * @param key what opens encrypted files
	 * @param size the size of the file as it was dropped
	 */
	Unpacking(Optional<PgpKey> key, long size) {
		this.key = key;
		this.most = Math.min(FeedFile.LARGEST, Math.max(ALWAYS, size * RATIO));
	}

	/**
	 * The bytes of the CSV file.
	 * @param file the bytes of the file as it was dropped
	 * @return bytes that can be marked
	 */
	InputStream open(InputStream file) throws IOException {
		InputStream in = new BufferedInputStream(file, 1 << 16);
		for (int depth = 0; depth <= DEEPEST; depth++) {
			Optional<InputStream> unpacked = unpack(in);
			if (unpacked.isEmpty()) {
				return in;
			}
			in = new BufferedInputStream(unpacked.get(), 1 << 16);
		}
		throw new BrokenFileException(Message.of("refused.packed").then("refused.packed.next"));
	}

	private Optional<InputStream> unpack(InputStream in) throws IOException {
		in.mark(BYTES);
		byte[] start = in.readNBytes(BYTES);
		in.reset();
		String hex = HexFormat.of().formatHex(start, 0, Math.min(8, start.length));
		if (hex.startsWith("1f8b")) {
			return bounded(GzipMembers.KIND, () -> new GzipMembers(in));
		}
		if (ZIP.matcher(hex).lookingAt()) {
			return bounded(ZipEntries.KIND, () -> SingleEntry.open(in));
		}
		Optional<PgpArmour> armour = PgpArmour.in(start);
		PgpMessage message = new PgpMessage(this.key);
		if (armour.isPresent()) {
			return bounded(PgpMessage.KIND, () -> message.open(armour.get(), in));
		}
		return PgpPacket.begins(start) ? bounded(PgpMessage.KIND, () -> message.open(in)) : Optional.empty();
	}

	/** How an archive is opened. */
	private interface Opener {

		InputStream open() throws IOException;

	}

	private Optional<InputStream> bounded(Message kind, Opener opener) throws IOException {
		try {
			return Optional.of(new BoundedStream(opener.open(), kind, this.most));
		}
		catch (BrokenFileException ex) {
			throw ex;
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new BrokenFileException(Message.of("refused.kind.locked", kind).then("refused.again"), ex);
		}
	}

}
