package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text for a terminal. */
final class Paragraph {

	private static final int WIDTH = 80;

	/** What could move the cursor, hide a text or turn its direction. */
	private static final Pattern DECEPTIVE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

	/** A number in groups stays in one line. */
	private static final Pattern BETWEEN = Pattern.compile("(?<!\\d) | (?!\\d)");

	private Paragraph() {
	}

	/** A text in lines that fit a terminal, each with an indent. */
	static List<String> lines(String indent, String text) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder(indent);
		for (String word : BETWEEN.split(harmless(text))) {
			if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
				lines.add(line.toString());
				line = new StringBuilder(indent);
			}
			line.append((line.length() > indent.length()) ? " " : "").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

	/** A text that a terminal can only print. */
	static String harmless(String text) {
		return DECEPTIVE.matcher(text).replaceAll("\uFFFD");
	}

}
