package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file writes its cells.
 *
 * @param delimiter what separates two cells
 * @param quote what encloses a cell that holds a delimiter or a line end
 * @param backslash whether a backslash, and not a second quote, precedes a quote in a
 * cell
 */
record Dialect(char delimiter, char quote, boolean backslash) {

	private static final String BETWEEN = "(?m)(?<=^|[,;\t|])[ ]*%1$s[^%1$s\r\n]*%1$s[ ]*(?=[,;\t|]|$)";

	private static final Pattern SINGLE = Pattern.compile(BETWEEN.formatted("'"));

	private static final Pattern DOUBLE = Pattern.compile(BETWEEN.formatted("\""));

	/** In RFC 4180 the quote would end the cell, and no text could follow. */
	private static final Pattern BACKSLASH = Pattern.compile("\\\\[\"'](?=[ ]*[\\p{L}\\p{N}])");

	/** One enclosed cell may be a stressed word. */
	private static final int HABIT = 2;

	/** The quotes of a file, as far as its beginning shows. */
	static Dialect of(String sample, char delimiter) {
		long singles = SINGLE.matcher(sample).results().count();
		boolean single = singles >= HABIT && singles > HABIT * DOUBLE.matcher(sample).results().count();
		char quote = single ? '\'' : '"';
		Matcher escape = BACKSLASH.matcher(sample);
		boolean backslash = escape.results().anyMatch((found) -> found.group().charAt(1) == quote);
		return new Dialect(delimiter, quote, backslash);
	}

	Dialect withDelimiter(char other) {
		return new Dialect(other, this.quote, this.backslash);
	}

	/** The folded cells of the record that a text begins with. */
	List<String> firstRecord(CharSequence text) {
		List<String> cells = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int at = 0; at < text.length(); at++) {
			char c = text.charAt(at);
			quoted ^= c == this.quote;
			if (!quoted && (c == '\n' || c == '\r')) {
				break;
			}
			if (c == this.delimiter && !quoted) {
				cells.add(ColumnName.folded(cell.toString()));
				cell.setLength(0);
			}
			else if (c != this.quote) {
				cell.append(c);
			}
		}
		cells.add(ColumnName.folded(cell.toString()));
		return cells;
	}

}
