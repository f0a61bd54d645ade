package org.ssprprefill.feed;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Recognises files that are no CSV whatever their name says. */
final class FileSignature {

	/** How many bytes {@link #ofBytes} wants to see. */
	static final int BYTES = 8;

	private FileSignature() {
	}

	/**
	 * Judges a file by its first bytes.
	 * @return why it is refused, or nothing
	 */
	static Optional<String> ofBytes(byte[] start) {
		String hex = HexFormat.of().formatHex(start);
		if (hex.startsWith("504b0304") || hex.startsWith("504b0506")) {
			return Optional.of("The file is an Excel workbook or another ZIP archive, not a CSV file."
					+ " Open it and save it as 'CSV UTF-8'.");
		}
		if (hex.startsWith("d0cf11e0a1b11ae1")) {
			return Optional
				.of("The file is an old Excel workbook, not a CSV file. Open it and save it as 'CSV UTF-8'.");
		}
		if (hex.startsWith("25504446")) {
			return Optional.of("The file is a PDF document, not a CSV file. Export it again as 'CSV UTF-8'.");
		}
		if (hex.startsWith("1f8b")) {
			return Optional
				.of("The file is compressed (gzip), not a CSV file. Unpack it and drop the CSV file itself.");
		}
		return Optional.empty();
	}

	/**
	 * Judges a file by its first line that is not blank.
	 * @return why it is refused, or nothing
	 */
	static Optional<String> ofLine(String line) {
		String start = line.strip().toLowerCase(Locale.ROOT);
		if (start.indexOf('\0') >= 0) {
			return Optional.of("The file holds NUL characters: it seems to be UTF-16 without a byte order mark."
					+ " Save it as 'CSV UTF-8', or set feed.charset to UTF-16LE.");
		}
		if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")
				|| start.startsWith("<table")) {
			return Optional.of("The file is a web page or XML, not a CSV file. Perhaps the export answered with an"
					+ " error or sign-in page; export it again as 'CSV UTF-8'.");
		}
		return Optional.empty();
	}

}
