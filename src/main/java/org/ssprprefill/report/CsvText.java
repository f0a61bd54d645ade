package org.ssprprefill.report;

import java.util.List;
import java.util.stream.Collectors;

/** A small CSV file in memory, as safe to open as every CSV file of this program. */
public final class CsvText {

	private final StringBuilder text = new StringBuilder(CsvFile.BYTE_ORDER_MARK);

	/**
	 * Begins with the header.
	 * @param header the columns' names
	 */
	public CsvText(List<String> header) {
		line(header);
	}

	/**
	 * Adds a line.
	 * @param cells its cells, in clear
	 */
	public void line(List<String> cells) {
		this.text.append(cells.stream().map(CsvFile::cell).collect(Collectors.joining(",", "", "\r\n")));
	}

	/**
	 * The whole file.
	 * @return RFC 4180 behind a byte order mark
	 */
	public String text() {
		return this.text.toString();
	}

}
