package org.ssprprefill.contact;

import java.util.Locale;

/**
 * The characters of a cell without the dirt that copying leaves behind: invisible
 * formatting, exotic spaces and hyphens, and digits of other scripts.
 */
final class CellText {

	private CellText() {
	}

	/**
	 * Turns every kind of space into the plain one, drops invisible formatting and strips
	 * the ends. The joiners U+200C and U+200D stay, because they tell two
	 * internationalised domains apart, and so does U+202E: what follows it reads
	 * backwards, so that people see another value than the cell holds.
	 */
	static String visible(String cell) {
		if (isPlain(cell)) {
			return cell.strip();
		}
		StringBuilder plain = new StringBuilder(cell.length());
		for (int at = 0; at < cell.length(); at++) {
			char c = cell.charAt(at);
			if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
				plain.append(' ');
			}
			else if (Character.getType(c) != Character.FORMAT || c == '\u200c' || c == '\u200d' || c == '\u202e') {
				plain.append(c);
			}
		}
		return plain.toString().strip();
	}

	/** Whether all characters print as themselves; those of most cells do. */
	private static boolean isPlain(String text) {
		for (int at = 0; at < text.length(); at++) {
			char c = text.charAt(at);
			if (c < ' ' || c > '~') {
				return false;
			}
		}
		return true;
	}

	/** As {@link #visible}, and with ASCII digits, hyphens, plus signs and brackets. */
	static String dialled(String cell) {
		String visible = visible(cell);
		if (isPlain(visible)) {
			return visible;
		}
		StringBuilder plain = new StringBuilder(visible.length());
		visible.codePoints().filter((c) -> !isUnseen(c)).forEach((c) -> plain.appendCodePoint(dialled(c)));
		return plain.toString();
	}

	/**
	 * What changes the look of a digit and not its value: variation selectors, the frame
	 * of a key, joiners, marks of language. U+202E stays.
	 */
	private static boolean isUnseen(int c) {
		return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0000 && c <= 0xe0fff) || c == 0x20e3 || c == 0x034f
				|| c == 0x200c || c == 0x200d || c == 0x3164 || c == 0x115f || c == 0x1160 || c == 0xffa0;
	}

	private static int dialled(int c) {
		if (c < 128) {
			return c;
		}
		if (Character.isDigit(c)) {
			return '0' + Character.digit(c, 10);
		}
		if (Character.getType(c) == Character.DASH_PUNCTUATION || c == 0x2212) {
			return '-';
		}
		// The full-width forms repeat ASCII, 0xfee0 characters further on
		return (c > 0xff00 && c < 0xff5f) ? c - 0xfee0 : c;
	}

	/** The text in lower case; that of most cells is already. */
	static String lower(String text) {
		for (int at = 0; at < text.length(); at++) {
			char c = text.charAt(at);
			if ((c >= 'A' && c <= 'Z') || c > '~') {
				return text.toLowerCase(Locale.ROOT);
			}
		}
		return text;
	}

	/** The digits of a text and nothing else. */
	static String digits(String text) {
		StringBuilder digits = new StringBuilder(text.length());
		for (int at = 0; at < text.length(); at++) {
			if (text.charAt(at) >= '0' && text.charAt(at) <= '9') {
				digits.append(text.charAt(at));
			}
		}
		return digits.toString();
	}

}
