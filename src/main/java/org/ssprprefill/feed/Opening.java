package org.ssprprefill.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file opens: what precedes the header, and what separates its cells.
 *
 * @param delimiter what separates two cells
 * @param line the number of the header's line
 */
record Opening(char delimiter, long line) {

	/** The hint that spreadsheets understand in a first line. */
	private static final Pattern HINT = Pattern.compile("\"?sep=(.)\"?", Pattern.CASE_INSENSITIVE);

	private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

	private static final int LONGEST_LINE = 1 << 16;

	/**
	 * Reads up to the header, which is left to be read next.
	 * @param known the folded names of the columns we look for
	 */
	static Opening read(BufferedReader text, Optional<Character> configured, Set<String> known)
			throws IOException, RefusedExportException {
		Optional<Character> delimiter = configured;
		for (long line = 1;; line++) {
			String ahead = peekRecord(text)
				.orElseThrow(() -> new RefusedExportException("The file is empty. Export it again."));
			Matcher hint = HINT.matcher(ahead);
			if (hint.matches()) {
				delimiter = delimiter.or(() -> Optional.of(hint.group(1).charAt(0)));
			}
			else if (!ahead.isBlank() || ahead.length() == LONGEST_LINE) {
				refuse(FileSignature.ofLine(ahead));
				return new Opening(delimiter.orElseGet(() -> recognise(ahead, known)), line);
			}
			text.readLine();
		}
	}

	private static void refuse(Optional<String> reason) throws RefusedExportException {
		if (reason.isPresent()) {
			throw new RefusedExportException(reason.get());
		}
	}

	/** The text up to the next line end outside quotes, without moving on. */
	private static Optional<String> peekRecord(BufferedReader text) throws IOException {
		StringBuilder line = new StringBuilder();
		boolean quoted = false;
		text.mark(LONGEST_LINE + 1);
		int c = text.read();
		boolean ended = c < 0;
		while (c >= 0 && (quoted || (c != '\n' && c != '\r')) && line.length() < LONGEST_LINE) {
			quoted ^= c == '"';
			line.append((char) c);
			c = text.read();
		}
		text.reset();
		return ended ? Optional.empty() : Optional.of(line.toString());
	}

	/** The delimiter that yields most known headers; among equals, most headers. */
	private static char recognise(String header, Set<String> known) {
		return DELIMITERS.stream()
			.max(Comparator.<Character>comparingLong((it) -> cells(header, it).stream().filter(known::contains).count())
				.thenComparingInt((it) -> cells(header, it).size())
				.thenComparingInt((it) -> -DELIMITERS.indexOf(it)))
			.orElseThrow();
	}

	private static List<String> cells(String header, char delimiter) {
		List<String> cells = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (char c : header.toCharArray()) {
			quoted ^= c == '"';
			if (c == delimiter && !quoted) {
				cells.add(ColumnName.folded(cell.toString()));
				cell.setLength(0);
			}
			else if (c != '"') {
				cell.append(c);
			}
		}
		cells.add(ColumnName.folded(cell.toString()));
		return cells;
	}

}
