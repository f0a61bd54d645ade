package org.ssprprefill.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A CSV file after RFC 4180 that a spreadsheet opens without harm: UTF-8 with a byte
 * order mark, and no cell that is taken as a formula.
 */
final class CsvFile implements AutoCloseable {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final String FORMULA_STARTS = "=+-@\t\r\n";

	private static final Pattern NEEDS_QUOTES = Pattern.compile("[,;\"\\t\\r\\n]|^\\s|\\s$");

	private final OwnerOnlyFile file;

	CsvFile(OwnerOnlyFile file, List<String> header) {
		this.file = file;
		file.append(BYTE_ORDER_MARK);
		line(header);
	}

	void line(List<String> cells) {
		this.file.append(cells.stream().map(CsvFile::cell).collect(Collectors.joining(",", "", "\r\n")));
	}

	void complete() {
		this.file.complete();
	}

	@Override
	public void close() {
		this.file.close();
	}

	static String cell(String value) {
		String harmless = startsFormula(value) ? "'" + value : value;
		if (NEEDS_QUOTES.matcher(harmless).find()) {
			return '"' + harmless.replace("\"", "\"\"") + '"';
		}
		return harmless;
	}

	private static boolean startsFormula(String value) {
		return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
	}

}
