package org.ssprprefill.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The records of a file one by one, blank ones left out. */
final class Records {

	private final FeedFile file;

	private final ClippingReader text;

	private final Iterator<CSVRecord> parsed;

	private static final Predicate<List<String>> NONE = (cells) -> false;

	/** What rules between the lines of a list are drawn with. */
	private static final String RULE = "-=_+";

	/** Ends a text of DOS and CP/M. */
	private static final char CTRL_Z = '\u001a';

	private Predicate<List<String>> omitted = Records::saysNothing;

	private Predicate<List<String>> head = NONE;

	/** Reads on behind what precedes the header. */
	Records(FeedFile file, HeaderLocator opening) throws IOException {
		this.file = file;
		this.text = new ClippingReader(file.text(), opening.dialect(), opening.line());
		CSVFormat format = CSVFormat.RFC4180.builder()
			.setDelimiter(opening.dialect().delimiter())
			.setIgnoreEmptyLines(false)
			.get();
		this.parsed = CSVParser.builder().setReader(this.text).setFormat(format).get().iterator();
	}

	/**
	 * One record.
	 *
	 * @param line the line on which it begins
	 * @param cells its cells, at most one character longer than allowed
	 * @param tail how it ends
	 */
	record Cells(long line, List<String> cells, Tail tail) {

		/** Whether the file may have been cut off in it; the header has so many cells. */
		boolean mayBeCutOff(int width) {
			return this.tail == Tail.OPEN || (this.tail == Tail.CLOSED && this.cells.size() < width);
		}

		/** Says nothing of the content. */
		@Override
		public String toString() {
			return this.cells.size() + " cells in line " + this.line;
		}

	}

	/** Leaves out more than blank records from here on. */
	void omit(Predicate<List<String>> others) {
		this.omitted = this.omitted.or(others);
	}

	/** Leaves out what stands between the header and the first row. */
	void omitHead(Predicate<List<String>> lines) {
		this.head = lines;
	}

	/** The next record with anything in it, or nothing after the last. */
	Optional<Cells> next() throws RefusedExportException {
		try {
			while (this.parsed.hasNext()) {
				List<String> cells = List.of(this.parsed.next().values());
				long line = this.text.beginning();
				if (cells.size() == KeptCells.MOST_CELLS || !(this.omitted.test(cells) || this.head.test(cells))) {
					this.head = NONE;
					return Optional.of(new Cells(line, cells, tail()));
				}
			}
			return Optional.empty();
		}
		catch (UncheckedIOException ex) {
			throw refusal(Objects.requireNonNull(ex.getCause()));
		}
	}

	/** The whole file was read by then, so that its hash is known. */
	private Tail tail() {
		Tail tail = this.text.tail();
		try {
			return (tail == Tail.WHOLE || this.file.isProvenWhole()) ? Tail.WHOLE : tail;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file could not be read to its end", ex);
		}
	}

	/** Whether a record is blank, a rule drawn with dashes, or the end of a text. */
	private static boolean saysNothing(List<String> cells) {
		for (String cell : cells) {
			if (!cell.isBlank() && !isRule(cell.strip())) {
				return false;
			}
		}
		return true;
	}

	private static boolean isRule(String cell) {
		boolean rule = cell.length() > 2 && RULE.indexOf(cell.charAt(0)) >= 0;
		for (int at = 0; rule && at < cell.length(); at++) {
			rule = RULE.indexOf(cell.charAt(at)) >= 0;
		}
		return rule || (cell.length() == 1 && cell.charAt(0) == CTRL_Z);
	}

	/**
	 * The refusal behind an error of reading.
	 * @throws UncheckedIOException if it is the disk's error and not the file's
	 */
	static RefusedExportException refusal(IOException thrown) {
		if (thrown instanceof BrokenFileException broken) {
			return new RefusedExportException(broken.reason());
		}
		throw new UncheckedIOException("The file could not be read", thrown);
	}

}
