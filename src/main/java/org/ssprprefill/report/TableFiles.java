package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.ssprprefill.report.ReportSettings.Format;

/** The same rows in every format of tables that is wanted, side by side. */
final class TableFiles implements TableFile {

	/** The formats that hold rows. */
	static final Set<Format> FORMATS = Set.of(Format.CSV, Format.XLSX);

	private final List<TableFile> files = new ArrayList<>();

	/** Begins the files; {@code name} lacks only its ending. */
	TableFiles(ReportFolder folder, String name, Set<Format> formats, char separator, List<String> header) {
		if (formats.contains(Format.CSV)) {
			this.files.add(new CsvFile(folder.open(name + ".csv"), separator, header));
		}
		if (formats.contains(Format.XLSX)) {
			this.files.add(new XlsxFile(folder.open(name + ".xlsx"), header));
		}
	}

	@Override
	public void line(List<String> cells) {
		this.files.forEach((file) -> file.line(cells));
	}

	@Override
	public void complete() {
		this.files.forEach(TableFile::complete);
	}

	@Override
	public void close() {
		this.files.forEach(TableFile::close);
	}

}
