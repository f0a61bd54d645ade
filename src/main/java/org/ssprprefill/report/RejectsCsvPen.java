package org.ssprprefill.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * Streams {@code rejects.csv}, HR's list of what to mend. The file appears with
 * {@link #complete()}; closing the pen without it, as after an exception, leaves no file
 * behind and the old one in place.
 */
public final class RejectsCsvPen implements AutoCloseable {

	private final CsvFile file;

	private final Texts texts;

	/**
	 * Begins the file with its header.
	 * @param folder the run's folder
	 * @param language the language of HR
	 */
	public RejectsCsvPen(ReportFolder folder, Language language) {
		this(folder, ReportFolder.REJECTS_CSV, language);
	}

	/**
	 * Begins a file of another name with its header.
	 * @param folder the folder
	 * @param name the file's name
	 * @param language the language of HR
	 */
	RejectsCsvPen(ReportFolder folder, String name, Language language) {
		this.texts = Texts.in(language);
		this.file = new CsvFile(folder.open(name),
				Stream.of("file", "line", "employee-id", "name", "column", "problem", "wrong", "mend")
					.map((column) -> this.texts.say("rejects." + column))
					.toList());
	}

	/**
	 * Adds a line.
	 * @param reject one problem of one row
	 */
	public void write(RejectLine reject) {
		String word = reject.problem().word();
		this.file.line(List.of(reject.file(), Long.toString(reject.line()), reject.employeeId(), reject.name(),
				reject.column(), word, this.texts.problem(word, reject.found(), reject.detail()),
				this.texts.mending(word, reject.detail())));
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
