package org.ssprprefill.explain;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit a terminal. */
final class LineWrapper {

	private static final int WIDTH = 100;

	private LineWrapper() {
	}

	/**
	 * Folds a paragraph; the lines after the first are indented as far as the head
	 * reaches.
	 * @param head what stands before the first line, or empty
	 * @param text words with single spaces between them
	 * @return the lines; a word that is too long has a line of its own
	 */
	static List<String> fold(String head, String text) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder(head);
		int empty = head.length();
		for (String word : text.split(" ")) {
			if (line.length() > empty && line.length() + 1 + word.length() > WIDTH) {
				lines.add(line.toString());
				line = new StringBuilder(" ".repeat(empty));
			}
			line.append((line.length() > empty) ? " " : "").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

}
