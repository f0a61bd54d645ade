package org.ssprprefill.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks text into lines that fit a terminal. */
public final class LineWrapper {

	/** A number in groups stays in one line. */
	private static final Pattern BETWEEN = Pattern.compile("(?<!\\d) | (?!\\d)");

	private LineWrapper() {
	}

	/**
	 * Folds a paragraph; the lines after the first are indented as far as the head
	 * reaches.
	 * @param width of a line, in characters
	 * @param head what stands before the first line, or empty
	 * @param text words with single spaces between them
	 * @return the lines; a word that is too long has a line of its own
	 */
	public static List<String> fold(int width, String head, String text) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder(head);
		int empty = head.length();
		for (String word : BETWEEN.split(text)) {
			if (line.length() > empty && line.length() + 1 + word.length() > width) {
				lines.add(line.toString());
				line = new StringBuilder(" ".repeat(empty));
			}
			line.append((line.length() > empty) ? " " : "").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

}
