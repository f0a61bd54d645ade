package org.ssprprefill.report;

import java.io.IOException;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of text cells: no spreadsheet program takes an employee id for a number, a
 * value for a formula or a comma for the end of a cell. Rows leave memory as they come;
 * what one sheet cannot hold goes on in the next, under the same header.
 */
final class XlsxFile implements TableFile {

	/** Rows of a sheet (ECMA-376 Part 1, 18.3.1.73). */
	private static final int SHEET_ROWS = Worksheet.MAX_ROWS;

	/** Characters of a cell: Microsoft, Excel specifications and limits. */
	private static final int CELL_CHARACTERS = 32_767;

	private static final int ROWS_IN_MEMORY = 100;

	private static final double COLUMN_WIDTH = 18;

	private final OwnerOnlyFile file;

	private final List<String> header;

	private final int sheetRows;

	private final Workbook workbook;

	private Worksheet sheet;

	private int sheets;

	private int row;

	XlsxFile(OwnerOnlyFile file, List<String> header) {
		this(file, header, SHEET_ROWS);
	}

	XlsxFile(OwnerOnlyFile file, List<String> header, int sheetRows) {
		this.file = file;
		this.header = header;
		this.sheetRows = sheetRows;
		this.workbook = new Workbook(file.stream(), "sspr-prefill", null);
		this.sheet = nextSheet();
	}

	@Override
	public void line(List<String> cells) {
		if (this.row == this.sheetRows) {
			this.file.attempt(this.sheet::finish);
			this.sheet = nextSheet();
		}
		write(this.sheet, cells);
		if (this.row % ROWS_IN_MEMORY == 0) {
			this.file.attempt(this.sheet::flush);
		}
	}

	private Worksheet nextSheet() {
		this.sheets++;
		this.row = 0;
		Worksheet next = this.workbook.newWorksheet(Integer.toString(this.sheets));
		for (int column = 0; column < this.header.size(); column++) {
			next.width(column, COLUMN_WIDTH);
		}
		next.freezePane(0, 1);
		write(next, this.header);
		return next;
	}

	private void write(Worksheet to, List<String> cells) {
		for (int column = 0; column < cells.size(); column++) {
			String text = cells.get(column);
			if (!text.isEmpty()) {
				to.inlineString(this.row, column, clipped(text));
			}
		}
		this.row++;
	}

	/** No half of a character is left at the end. */
	private static String clipped(String text) {
		if (text.length() <= CELL_CHARACTERS) {
			return text;
		}
		int end = CELL_CHARACTERS - (Character.isHighSurrogate(text.charAt(CELL_CHARACTERS - 1)) ? 1 : 0);
		return text.substring(0, end);
	}

	@Override
	public void complete() {
		this.file.attempt(this.workbook::finish);
		this.file.complete();
	}

	/** The library's own close would write the rest; a draft needs none. */
	@Override
	public void close() {
		this.file.close();
	}

}
