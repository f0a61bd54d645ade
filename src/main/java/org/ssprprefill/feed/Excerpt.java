package org.ssprprefill.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The beginning of an export as text, for finding out what its columns carry. The cells
 * are personal data.
 *
 * @param charset the character set the file is in
 * @param delimiter what separates its cells
 * @param headers HR's own headers, without empty ones at the end
 * @param rows the first records, each with a cell for every header
 */
public record Excerpt(String charset, char delimiter, List<String> headers, List<List<String>> rows) {

	/** Keeps its own copies of the collections. */
	public Excerpt {
		headers = List.copyOf(headers);
		rows = List.copyOf(rows);
	}

	/**
	 * Reads the beginning of a file.
	 * @param file the file
	 * @param known headers that a table of HR may well have
	 * @param most how many records at most
	 * @return the beginning
	 * @throws RefusedExportException if it is no CSV file, has no header or no rows, or
	 * cannot be decoded
	 * @throws java.io.UncheckedIOException if the disk fails
	 */
	public static Excerpt read(Path file, Set<String> known, int most) throws RefusedExportException {
		try (FeedFile text = FeedFile.open(file, Optional.empty(), Optional.empty(), Optional.empty())) {
			return read(text, known, most);
		}
		catch (IOException ex) {
			throw Records.refusal(ex);
		}
	}

	private static Excerpt read(FeedFile file, Set<String> known, int most) throws RefusedExportException {
		try {
			Set<String> folded = known.stream().map(ColumnName::folded).collect(Collectors.toSet());
			Opening opening = Opening.read(file.text(), Optional.empty(), folded);
			Records records = new Records(file, opening);
			Header header = new Header(names(records), Map.of());
			List<List<String>> rows = new ArrayList<>();
			for (Optional<Records.Cells> record = records.next(); record.isPresent()
					&& rows.size() < most; record = records.next()) {
				record.map(Records.Cells::cells)
					.filter(header::fits)
					.ifPresent((cells) -> rows.add(List.copyOf(cells.subList(0, header.names().size()))));
			}
			if (rows.isEmpty()) {
				throw new RefusedExportException("The file has a header but no rows. Check the export's selection.");
			}
			return new Excerpt(file.charset().name(), opening.dialect().delimiter(), header.names(), rows);
		}
		catch (IOException ex) {
			throw Records.refusal(ex);
		}
	}

	private static List<String> names(Records records) throws RefusedExportException {
		List<String> names = Header.withoutEmptyEnd(records.next().map(Records.Cells::cells).orElse(List.of()));
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
		return CellValue.known(this.rows.get(row).get(column));
	}

	/** Says nothing of the content. */
	@Override
	public String toString() {
		return this.headers.size() + " columns, " + this.rows.size() + " rows, " + this.charset;
	}

}
