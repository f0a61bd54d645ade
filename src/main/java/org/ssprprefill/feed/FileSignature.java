package org.ssprprefill.feed;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Recognises files that are no CSV whatever their name says. */
final class FileSignature {

	private static final int BYTES = 8;

	private FileSignature() {
	}

	/**
	 * Judges a file by its first bytes.
	 * @return why it is refused, or nothing
	 */
	static Optional<String> ofBytes(byte[] start) {
		String hex = HexFormat.of().formatHex(start, 0, Math.min(BYTES, start.length));
		if (hex.startsWith("d0cf11e0a1b11ae1")) {
			return Optional
				.of("The file is an old Excel workbook, not a CSV file. Open it and save it as 'CSV UTF-8'.");
		}
		if (hex.startsWith("25504446")) {
			return Optional.of("The file is a PDF document, not a CSV file. Export it again as 'CSV UTF-8'.");
		}
		if (hex.startsWith("377abcaf271c") || hex.startsWith("526172211a07")) {
			return Optional.of("The file is a 7-Zip or RAR archive, which is not unpacked here."
					+ " Drop the CSV file itself, or pack it as ZIP or gzip.");
		}
		if (hex.startsWith("89504e47") || hex.startsWith("ffd8ff") || hex.startsWith("47494638")) {
			return Optional.of("The file is a picture, not a CSV file. Export it again as 'CSV UTF-8'.");
		}
		if (hex.startsWith("7b5c727466")) {
			return Optional.of("The file is a text document (RTF), not a CSV file. Export it again as 'CSV UTF-8'.");
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
			return Optional.of("The file holds NUL characters: it is no text, or in a character set that is not"
					+ " recognised. Save it as 'CSV UTF-8', or set feed.charset to the character set it has.");
		}
		if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")
				|| start.startsWith("<table")) {
			return Optional.of("The file is a web page or XML, not a CSV file. Perhaps the export answered with an"
					+ " error or sign-in page; export it again as 'CSV UTF-8'.");
		}
		if (start.startsWith("begin:vcard")) {
			return Optional.of("The file is an address card (vCard), not a CSV file. Export it again as 'CSV UTF-8'.");
		}
		if (start.matches("(\\[\\s*)?\\{\\s*(\".*)?")) {
			return Optional.of("The file is JSON, not a CSV file. Export it again as 'CSV UTF-8'.");
		}
		return Optional.empty();
	}

}
