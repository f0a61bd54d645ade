package org.ssprprefill.feed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Headers as people compare them: case, spacing and Unicode composition do not matter.
 */
final class ColumnName {

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

	private ColumnName() {
	}

	static String folded(String header) {
		String composed = Normalizer.normalize(header, Normalizer.Form.NFC);
		return SPACES.matcher(composed).replaceAll("").toLowerCase(Locale.ROOT);
	}

	/** Levenshtein's distance, a row of its table at a time. */
	static int distance(String from, String to) {
		int[] above = new int[to.length() + 1];
		for (int column = 0; column <= to.length(); column++) {
			above[column] = column;
		}
		for (int row = 1; row <= from.length(); row++) {
			int[] current = new int[to.length() + 1];
			current[0] = row;
			for (int column = 1; column <= to.length(); column++) {
				int replaced = above[column - 1] + ((from.charAt(row - 1) == to.charAt(column - 1)) ? 0 : 1);
				current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
			}
			above = current;
		}
		return above[to.length()];
	}

}
