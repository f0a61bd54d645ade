package org.ssprprefill.contact;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words and marks that fill a cell and say that nothing is known. */
public final class Placeholder {

	private static final Set<String> WORDS = ProgramFile.entries("/contact/placeholder-words.txt")
		.stream()
		.map((word) -> word.startsWith("\\#") ? word.substring(1) : word)
		.collect(Collectors.toUnmodifiableSet());

	private static final int LONGEST = WORDS.stream().mapToInt(String::length).max().orElse(0);

	/** Longer text is a word in brackets no more. */
	private static final int LONGEST_AROUND = LONGEST + 8;

	/** {@code s / o} is as long as that. */
	private static final int LONGEST_SPACED = 5;

	private static final Pattern MARKS = Pattern.compile("[-\u2010-\u2015\u2212._?/*\u2026~|\\\\ ]+");

	private static final Pattern AROUND = Pattern.compile("^[(\\[<{\"*'\\s-]+|[)\\]>}\"*'!?\\s-]+$");

	private static final Pattern SPACES = Pattern.compile("(?<=[./])\\s+|\\s+(?=[./])");

	private Placeholder() {
	}

	/**
	 * Whether a text stands for an empty cell, in any language we know headers of.
	 * @param text the text of a cell, not blank
	 * @return {@code true} for example for {@code n/a}, {@code (geen)} and {@code ---}
	 */
	public static boolean isOne(String text) {
		if (text.length() > LONGEST_AROUND || saysMore(text)) {
			return false;
		}
		String lower = CellText.lower(text);
		return WORDS.contains(lower)
				|| (mayBeWrapped(text) && (MARKS.matcher(lower).matches() || WORDS.contains(bare(lower))));
	}

	private static boolean mayBeWrapped(String text) {
		return (text.length() <= LONGEST_SPACED && text.indexOf(' ') > 0) || !Character.isLetter(text.charAt(0))
				|| !Character.isLetter(text.charAt(text.length() - 1));
	}

	private static String bare(String lower) {
		return SPACES.matcher(AROUND.matcher(lower).replaceAll("")).replaceAll("");
	}

	/** No placeholder has a digit or an at sign; most cells that are none do. */
	private static boolean saysMore(String text) {
		for (int at = 0; at < text.length(); at++) {
			char c = text.charAt(at);
			if ((c >= '0' && c <= '9') || c == '@' || c == '+') {
				return true;
			}
		}
		return false;
	}

}
