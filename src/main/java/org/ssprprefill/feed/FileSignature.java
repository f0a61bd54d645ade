package org.ssprprefill.feed;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ssprprefill.message.Message;

/** Recognises files that are no CSV whatever their name says. */
final class FileSignature {

	/**
	 * What is packed in a way that is not unpacked here, by patterns of its first bytes.
	 */
	private static final Map<String, String> PACKED = Map.ofEntries(Map.entry("377abcaf271c", "7-Zip"),
			Map.entry("526172211a07", "RAR"), Map.entry("28b52ffd", "Zstandard (zstd)"),
			Map.entry("425a683.3141", "bzip2"), Map.entry("fd377a585a00", "xz"), Map.entry("5d0000", "LZMA"),
			Map.entry("04224d18", "LZ4"), Map.entry("4c5a495001", "lzip"), Map.entry("1f9d", "compress (.Z)"));

	/**
	 * A header of tar, and where its sum stands in eight places; old ones have no name.
	 */
	private static final int TAR = 512;

	private static final int USTAR = 257;

	private static final String USTAR_NAME = "ustar";

	private static final int TAR_SUM = 148;

	private static final int TAR_SUM_END = 156;

	private static final Pattern OCTAL = Pattern.compile("[ \\x00]*([0-7]{1,7})[ \\x00]*");

	/** Spreadsheets written as text, by how they begin. */
	private static final Map<String, Pattern> SHEETS = Map.of("SYLK",
			Pattern.compile("ID;[PNED]\\w*(;[NED])*\\R[BCFOP];[A-Z]"), "DIF", Pattern.compile("TABLE\\R0,1\\R"),
			"OpenDocument XML (.fods)", Pattern.compile("(?s)\\W{0,3}<\\?xml.{0,500}<office:document\\b.*"),
			"Excel 2003 XML", Pattern.compile("(?s)\\W{0,3}<\\?xml.{0,500}(Excel\\.Sheet|office:spreadsheet\").*"));

	private FileSignature() {
	}

	/**
	 * Judges a file by its first bytes.
	 * @return why it is refused, or nothing
	 */
	static Optional<Message> ofBytes(byte[] start) {
		String hex = HexFormat.of().formatHex(start, 0, Math.min(8, start.length));
		String text = new String(start, StandardCharsets.ISO_8859_1);
		if (hex.startsWith("25504446")) {
			return exportAgain(Message.of("refused.pdf"));
		}
		if (hex.startsWith("89504e47") || hex.startsWith("ffd8ff") || hex.startsWith("47494638")) {
			return exportAgain(Message.of("refused.picture"));
		}
		if (hex.startsWith("7b5c727466")) {
			return exportAgain(Message.of("refused.rtf"));
		}
		return packed(hex, start).or(() -> sheet(text));
	}

	private static Optional<Message> exportAgain(Message found) {
		return Optional.of(found.then("refused.again"));
	}

	private static Optional<Message> packed(String hex, byte[] start) {
		Optional<String> packed = isTar(start) ? Optional.of("tar")
				: PACKED.keySet().stream().filter((magic) -> hex.matches(magic + ".*")).findFirst().map(PACKED::get);
		return packed.map((name) -> Message.of("refused.archive", name).then("refused.archive.next"));
	}

	private static boolean isTar(byte[] start) {
		if (start.length < TAR) {
			return false;
		}
		if (new String(start, USTAR, USTAR_NAME.length(), StandardCharsets.ISO_8859_1).equals(USTAR_NAME)) {
			return true;
		}
		int sum = 0;
		for (int at = 0; at < TAR; at++) {
			sum += (at >= TAR_SUM && at < TAR_SUM_END) ? ' ' : start[at] & 0xff;
		}
		Matcher told = OCTAL.matcher(new String(start, TAR_SUM, TAR_SUM_END - TAR_SUM, StandardCharsets.ISO_8859_1));
		return told.matches() && Integer.parseInt(told.group(1), Byte.SIZE) == sum;
	}

	private static Optional<Message> sheet(String text) {
		return SHEETS.entrySet()
			.stream()
			.filter((sheet) -> sheet.getValue().matcher(text).lookingAt())
			.findFirst()
			.map((sheet) -> Message.of("refused.sheet", sheet.getKey()).then("refused.excel.next"));
	}

	/**
	 * Judges a file by its first line that is not blank.
	 * @return why it is refused, or nothing
	 */
	static Optional<Message> ofLine(String line) {
		String start = line.strip().toLowerCase(Locale.ROOT);
		if (start.indexOf('\0') >= 0) {
			return Optional.of(Message.of("refused.nul").then("refused.charset.next"));
		}
		if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")
				|| start.startsWith("<table")) {
			return Optional.of(Message.of("refused.html").then("refused.html.next"));
		}
		if (start.startsWith("begin:vcard")) {
			return exportAgain(Message.of("refused.card"));
		}
		if (start.matches("(\\[\\s*)?\\{\\s*(\".*)?")) {
			return exportAgain(Message.of("refused.json"));
		}
		return Optional.empty();
	}

}
