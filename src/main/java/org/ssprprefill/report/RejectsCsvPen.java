package org.ssprprefill.report;

import java.util.List;

/**
 * Streams {@code rejects.csv}, HR's list of what to mend. The file appears with
 * {@link #complete()}; closing the pen without it, as after an exception, leaves no file
 * behind and the old one in place.
 */
public final class RejectsCsvPen implements AutoCloseable {

	private static final List<String> HEADER = List.of("file", "line", "employee id", "name", "column", "problem",
			"what is wrong", "how to mend it");

	private final CsvFile file;

	/**
	 * Begins the file with its header.
	 * @param folder the run's folder
	 */
	public RejectsCsvPen(ReportFolder folder) {
		this(folder, ReportFolder.REJECTS_CSV);
	}

	/**
	 * Begins a file of another name with its header.
	 * @param folder the folder
	 * @param name the file's name
	 */
	RejectsCsvPen(ReportFolder folder, String name) {
		this.file = new CsvFile(folder.open(name), HEADER);
	}

	/**
	 * Adds a line.
	 * @param reject one problem of one row
	 */
	public void write(RejectLine reject) {
		String word = reject.problem().word();
		this.file.line(List.of(reject.file(), Long.toString(reject.line()), reject.employeeId(), reject.name(),
				reject.column(), word, Texts.in(Language.EN).problem(word), Texts.in(Language.EN).mending(word)));
	}

	/** Puts the file in its place. */
	public void complete() {
		this.file.complete();
	}

	@Override
	public void close() {
		this.file.close();
	}

}
