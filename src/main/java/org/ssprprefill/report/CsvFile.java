package org.ssprprefill.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A CSV file after RFC 4180 that a spreadsheet opens without harm: UTF-8 with a byte
 * order mark, and no cell that is taken as a formula.
 */
final class CsvFile implements TableFile {

	static final String BYTE_ORDER_MARK = "\uFEFF";

	/**
	 * Where a formula begins: at the start of a cell, whatever invisible characters stand
	 * before it, and inside a cell behind what some country's spreadsheet takes for the
	 * end of one, since it then looks for no quotes. Some take the full-width signs alike
	 * (OWASP, CSV Injection).
	 */
	private static final Pattern FORMULA = Pattern
		.compile("^(?=[\\t\\r\\n]|[\\s\\p{Z}\\p{C}]*[=+@\uFF1D\uFF0B\uFF0D\uFF20-])"
				+ "|(?<=[;|\\t\\r\\n])(?=[\\s\\p{Z}\\p{C}&&[^\\t\\r\\n]]*[=+@\uFF1D\uFF0B\uFF0D\uFF20-])");

	private static final Pattern NEEDS_QUOTES = Pattern.compile("[,;\"\\t\\r\\n]|^\\s|\\s$");

	private final OwnerOnlyFile file;

	private final String separator;

	CsvFile(OwnerOnlyFile file, char separator, List<String> header) {
		this.file = file;
		this.separator = String.valueOf(separator);
		file.append(BYTE_ORDER_MARK);
		line(header);
	}

	@Override
	public void line(List<String> cells) {
		this.file.append(cells.stream().map(CsvFile::cell).collect(Collectors.joining(this.separator, "", "\r\n")));
	}

	@Override
	public void complete() {
		this.file.complete();
	}

	@Override
	public void close() {
		this.file.close();
	}

	static String cell(String value) {
		String harmless = FORMULA.matcher(value).replaceAll("'");
		if (NEEDS_QUOTES.matcher(harmless).find()) {
			return '"' + harmless.replace("\"", "\"\"") + '"';
		}
		return harmless;
	}

}
