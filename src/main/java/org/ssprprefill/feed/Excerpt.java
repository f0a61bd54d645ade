package org.ssprprefill.feed;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ssprprefill.contact.Country;
import org.ssprprefill.message.Message;

/**
 * The beginning of an export as text, for finding out what its columns carry. The cells
 * are personal data.
 *
 * @param charset the character set the file is in
 * @param country the country that told the character set, where the bytes alone did not
 * @param delimiter what separates its cells
 * @param headers HR's own headers, without empty ones at the end
 * @param rows the first records, each with a cell for every header
 */
public record Excerpt(String charset, Optional<Country> country, char delimiter, List<String> headers,
		List<List<String>> rows) {

	/** Keeps its own copies of the collections. */
	public Excerpt {
		headers = List.copyOf(headers);
		rows = List.copyOf(rows);
	}

	/**
	 * Reads the beginning of a file. Where only its country tells in which Windows'
	 * character set it is, the file itself is asked: digits and most headers are the same
	 * in both.
	 * @param file the file
	 * @param known headers that a table of HR may well have
	 * @param most how many records at most
	 * @param home which country a file is from, as far as its beginning tells
	 * @return the beginning
	 * @throws RefusedExportException if it is no CSV file, has no header or no rows, or
	 * cannot be decoded
	 * @throws java.io.UncheckedIOException if the disk fails
	 */
	public static Excerpt read(Path file, Set<String> known, int most, Function<Excerpt, Optional<Country>> home)
			throws RefusedExportException {
		try {
			return read(file, known, most, Optional.empty(), Optional.empty());
		}
		catch (TwoWindowsException ex) {
			Excerpt provisional = read(file, known, most, Optional.of(CharsetDetector.WINDOWS_1252), Optional.empty());
			Optional<Country> country = home.apply(provisional);
			if (country.isEmpty()) {
				throw ex;
			}
			return read(file, known, most, Optional.empty(), country);
		}
	}

	private static Excerpt read(Path file, Set<String> known, int most, Optional<Charset> charset,
			Optional<Country> country) throws RefusedExportException {
		try (FeedFile text = FeedFile.open(file, charset, country, Optional.empty())) {
			return read(text, known, most, country);
		}
		catch (IOException ex) {
			throw Records.refusal(ex);
		}
	}

	private static Excerpt read(FeedFile file, Set<String> known, int most, Optional<Country> country)
			throws RefusedExportException {
		try {
			Set<String> folded = known.stream().map(ColumnName::folded).collect(Collectors.toSet());
			HeaderLocator opening = HeaderLocator.read(file.text(), Optional.empty(), folded, Set.of());
			Records records = new Records(file, opening);
			Header header = new Header(names(records), Map.of(), List.of());
			records.omitHead(header::isHead);
			FooterFilter table = new FooterFilter(records);
			List<List<String>> rows = new ArrayList<>();
			for (Optional<Records.Cells> record = table.next(); record.isPresent()
					&& rows.size() < most; record = table.next()) {
				record.map((it) -> completed(it.cells(), header.names().size()))
					.filter(header::fits)
					.ifPresent((cells) -> rows.add(List.copyOf(cells.subList(0, header.names().size()))));
			}
			if (rows.isEmpty()) {
				throw new RefusedExportException(HrExport.NO_ROWS);
			}
			return new Excerpt(file.charset().name(), country, opening.dialect().delimiter(), header.names(), rows);
		}
		catch (IOException ex) {
			throw Records.refusal(ex);
		}
	}

	/** Some programs leave out the empty cells at the end of a row. */
	private static List<String> completed(List<String> cells, int width) {
		return (cells.size() < width)
				? Stream.concat(cells.stream(), Collections.nCopies(width - cells.size(), "").stream()).toList()
				: cells;
	}

	private static List<String> names(Records records) throws RefusedExportException {
		List<String> names = Header.withoutEmptyEnd(records.next().map(Records.Cells::cells).orElse(List.of()));
		Optional<Message> lone = HeaderFaults.oneColumn(names);
		if (lone.isPresent()) {
			throw new RefusedExportException(lone.get());
		}
		if (HeaderFaults.isData(names)) {
			throw new RefusedExportException(HeaderFaults.NO_HEADER);
		}
		return names;
	}

	/**
	 * The text of a cell.
	 * @param row the row, the first being 0
	 * @param column the column, the first being 0
	 * @return what the cell says, or nothing where it is blank or says so
	 */
	public Optional<String> cell(int row, int column) {
		return CellValue.of(this.rows.get(row).get(column));
	}

	/** Says nothing of the content. */
	@Override
	public String toString() {
		return this.headers.size() + " columns, " + this.rows.size() + " rows, " + this.charset;
	}

}
