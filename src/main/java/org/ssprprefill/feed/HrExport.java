package org.ssprprefill.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.message.Message;

/**
 * One CSV file of HR, read row by row in bounded memory. Each row comes with its verdict;
 * a file that cannot be understood as a whole is refused, before the first row where that
 * shows at the beginning, otherwise when the fault is reached.
 */
public final class HrExport implements AutoCloseable {

	static final Message NO_ROWS = Message.of("refused.no-rows").then("refused.no-rows.next");

	private final FeedFile file;

	private final HeaderLocator opening;

	private final Header header;

	private final JudgedRows rows;

	private final PhoneTally tally = new PhoneTally();

	private Optional<String> sha256 = Optional.empty();

	private HrExport(FeedFile file, FeedSettings settings, RowRules rules) throws IOException, RefusedExportException {
		this.file = file;
		this.opening = HeaderLocator.read(file.text(), settings.delimiter(), Header.known(settings),
				Header.named(settings));
		Records all = new Records(file, this.opening);
		List<String> header = all.next().map(Records.Cells::cells).orElse(List.of());
		if (header.stream().anyMatch(Undecodable::isIn)) {
			throw new RefusedExportException(
					Message.of("refused.charset.wrong", charset()).then("refused.charset.next"));
		}
		this.header = Header.of(header, settings, rules);
		all.omit(this.header::isSaidAgain);
		all.omitHead(this.header::isHead);
		this.rows = new JudgedRows(new FooterFilter(all), (first) -> new RowReader(this.header,
				new ColumnHabits(this.header, first), settings.defaultCountry(), rules, this.tally));
		if (this.rows.isEmpty()) {
			throw new RefusedExportException(NO_ROWS);
		}
	}

	/**
	 * Opens a file: recognises character set and delimiter and finds the columns.
	 * @param file the file
	 * @param settings how it is read
	 * @param rules what its rows must satisfy
	 * @return the export, before its first row
	 * @throws RefusedExportException if it is no CSV file, has no rows, lacks a needed
	 * column, or cannot be decoded
	 * @throws UncheckedIOException if the disk fails
	 */
	public static HrExport open(Path file, FeedSettings settings, RowRules rules) throws RefusedExportException {
		try {
			return open(FeedFile.open(file, settings), settings, rules);
		}
		catch (NoSuchFileException | AccessDeniedException ex) {
			// It was taken away since it was seen
			throw new RefusedExportException(FeedFile.UNREADABLE);
		}
		catch (IOException ex) {
			throw Records.refusal(ex);
		}
	}

	private static HrExport open(FeedFile file, FeedSettings settings, RowRules rules)
			throws IOException, RefusedExportException {
		boolean opened = false;
		try {
			HrExport export = new HrExport(file, settings, rules);
			opened = true;
			return export;
		}
		catch (IOException ex) {
			throw Records.refusal(ex);
		}
		finally {
			if (!opened) {
				file.close();
			}
		}
	}

	/**
	 * Reads the next row. Blank records are none.
	 * @return the row with its verdict, or nothing after the last
	 * @throws RefusedExportException if the file is broken from here on
	 * @throws UncheckedIOException if the disk fails
	 */
	public Optional<HrRow> next() throws RefusedExportException {
		Optional<HrRow> row = this.rows.next();
		if (row.isEmpty() && this.sha256.isEmpty()) {
			this.sha256 = Optional.of(hash());
		}
		return row;
	}

	/**
	 * Moves forward so that the next row is the one of that number, for a restart in the
	 * middle. Rows on the way are not judged.
	 * @param number the number of a row, the first being 1; a row already passed leaves
	 * the export where it is
	 * @throws RefusedExportException if the file is broken before that row
	 */
	public void skipTo(long number) throws RefusedExportException {
		this.rows.skipTo(number);
	}

	private String hash() {
		try {
			return this.file.sha256();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file could not be read to its end", ex);
		}
	}

	/**
	 * The character set the file is in.
	 * @return for example {@code UTF-8}
	 */
	public String charset() {
		return this.file.charset().name();
	}

	/**
	 * What separates the file's cells.
	 * @return one character; a tab is written {@code \t}
	 */
	public String delimiter() {
		return (this.opening.dialect().delimiter() == '\t') ? "\\t"
				: String.valueOf(this.opening.dialect().delimiter());
	}

	/**
	 * The fingerprint of the whole file, known once {@link #next()} has answered nothing.
	 * @return SHA-256 in lower-case hexadecimal digits
	 * @throws IllegalStateException before the end of the file
	 */
	public String sha256() {
		return this.sha256.orElseThrow(() -> new IllegalStateException("The file has not been read to its end"));
	}

	/**
	 * How many rows have been read or skipped.
	 * @return 0 or more, blank records not counted
	 */
	public long rows() {
		return this.rows.passed();
	}

	/**
	 * How many numbers of the file were accepted so far; all of them once {@link #next()}
	 * has answered nothing.
	 * @return the counts by country code, for example {@code +31}
	 */
	public SortedMap<String, PhoneCount> phones() {
		return this.tally.counts();
	}

	/**
	 * HR's own headers of the columns that carry methods.
	 * @return the header of each method's column that the file has
	 */
	public Map<MethodKind, String> headers() {
		Map<MethodKind, String> headers = new EnumMap<>(MethodKind.class);
		this.header.columns()
			.forEach((field, column) -> field.method()
				.ifPresent((kind) -> headers.put(kind, this.header.names().get(column))));
		return headers;
	}

	/**
	 * Closes the file.
	 * @throws UncheckedIOException if the disk fails
	 */
	@Override
	public void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file could not be closed", ex);
		}
	}

}
