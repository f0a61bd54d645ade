package org.ssprprefill.feed;

/**
 * Bytes that are no character of the file's set, on their way through the text. Each one
 * becomes a lone low surrogate, which no decoder ever yields by itself, so that the cell
 * it stands in is known and nothing is put in its place.
 */
final class Undecodable {

	private static final char FIRST = '\udc00';

	private static final char LAST = '\udcff';

	/** Another program's decoder has already lost a character here. */
	private static final char REPLACEMENT = '\ufffd';

	private Undecodable() {
	}

	static char mark(byte one) {
		return (char) (FIRST + (one & 0xff));
	}

	/** Whether a character of the text was lost here or before. */
	static boolean isIn(CharSequence text) {
		for (int at = 0; at < text.length(); at++) {
			char c = text.charAt(at);
			if (c == REPLACEMENT || (isMark(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1))))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isMark(char c) {
		return c >= FIRST && c <= LAST;
	}

}
