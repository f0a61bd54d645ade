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

	private final ClippingReader text;

	private final Iterator<CSVRecord> parsed;

	private Predicate<List<String>> omitted = Records::isBlank;

	/** Reads on behind what precedes the header. */
	Records(FeedFile file, Opening opening) throws IOException {
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
	 * @param cutOff whether the text ends in it, without the end of a line
	 */
	record Cells(long line, List<String> cells, boolean cutOff) {

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

	/** The next record with anything in it, or nothing after the last. */
	Optional<Cells> next() throws RefusedExportException {
		try {
			while (this.parsed.hasNext()) {
				List<String> cells = List.of(this.parsed.next().values());
				long line = this.text.beginning();
				if (cells.size() == KeptCells.MOST_CELLS || !this.omitted.test(cells)) {
					return Optional.of(new Cells(line, cells, this.text.endsWithin()));
				}
			}
			return Optional.empty();
		}
		catch (UncheckedIOException ex) {
			throw refusal(Objects.requireNonNull(ex.getCause()));
		}
	}

	private static boolean isBlank(List<String> cells) {
		for (String cell : cells) {
			if (!cell.isBlank()) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The refusal behind an error of reading.
	 * @throws UncheckedIOException if it is the disk's error and not the file's
	 */
	static RefusedExportException refusal(IOException thrown) {
		if (thrown instanceof BrokenFileException broken) {
			return new RefusedExportException(String.valueOf(broken.getMessage()));
		}
		throw new UncheckedIOException("The file could not be read", thrown);
	}

}
