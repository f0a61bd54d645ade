package org.ssprprefill.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The records of a file one by one, blank ones left out. */
final class Records {

	private final FeedFile file;

	private final ClippingReader text;

	private final Iterator<CSVRecord> parsed;

	/** Reads on behind what precedes the header. */
	Records(FeedFile file, Opening opening) throws IOException {
		this.file = file;
		this.text = new ClippingReader(file.text(), opening.delimiter(), opening.line());
		CSVFormat format = CSVFormat.RFC4180.builder()
			.setDelimiter(opening.delimiter())
			.setIgnoreEmptyLines(false)
			.get();
		this.parsed = CSVParser.builder().setReader(this.text).setFormat(format).get().iterator();
	}

	/**
	 * One record.
	 *
	 * @param line the line on which it begins
	 * @param cells its cells, at most one character longer than allowed
	 */
	record Cells(long line, List<String> cells) {

		/** Says nothing of the content. */
		@Override
		public String toString() {
			return this.cells.size() + " cells in line " + this.line;
		}

	}

	/** The next record with anything in it, or nothing after the last. */
	Optional<Cells> next() throws RefusedExportException {
		try {
			while (this.parsed.hasNext()) {
				List<String> cells = this.parsed.next().toList();
				long line = this.text.beginning();
				if (cells.size() == CellClipper.MOST_CELLS || !cells.stream().allMatch(String::isBlank)) {
					return Optional.of(new Cells(line, cells));
				}
			}
			return Optional.empty();
		}
		catch (UncheckedIOException ex) {
			throw refusal(Objects.requireNonNull(ex.getCause()), this.file, this.text.line());
		}
	}

	/**
	 * The refusal behind an error of reading.
	 * @throws UncheckedIOException if it is the disk's error and not the file's
	 */
	static RefusedExportException refusal(IOException thrown, FeedFile file, long line) {
		if (thrown instanceof CharacterCodingException) {
			String where = (line > 1) ? ", after line " + line : "";
			return new RefusedExportException(("The file is not %s throughout: it holds bytes that are no character of"
					+ " it%s. Save the file as 'CSV UTF-8', or set feed.charset to the character set it has.")
				.formatted(file.charset().name(), where));
		}
		if (thrown instanceof BrokenQuoteException) {
			return new RefusedExportException(
					thrown.getMessage() + " Quotes inside a quoted cell must be doubled. Export the file again.");
		}
		throw new UncheckedIOException("The file could not be read to its end", thrown);
	}

}
