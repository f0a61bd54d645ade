package org.ssprprefill.report;

import java.util.List;
import java.util.regex.Pattern;

import org.ssprprefill.contact.LineWrapper;

/** Text for a terminal. */
final class Paragraph {

	private static final int WIDTH = 80;

	/** What could move the cursor, hide a text or turn its direction. */
	private static final Pattern DECEPTIVE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

	private Paragraph() {
	}

	/** A text in lines that fit a terminal, each with an indent. */
	static List<String> lines(String indent, String text) {
		return LineWrapper.fold(WIDTH, indent, harmless(text));
	}

	/** A text that a terminal can only print. */
	static String harmless(String text) {
		return DECEPTIVE.matcher(text).replaceAll("\uFFFD");
	}

}
