package org.ssprprefill.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.ssprprefill.report.ReportSettings.Format;

/**
 * Streams {@code rejects.csv} and {@code rejects.xlsx}, HR's list of what to mend. They
 * appear with {@link #complete()}; closing the pen without it, as after an exception,
 * leaves no file behind and the old ones in place.
 */
public final class RejectsWriter implements AutoCloseable {

	private final TableFiles files;

	private final Texts texts;

	/**
	 * Begins the files with their header.
	 * @param folder the folder
	 * @param name the files' name without its ending
	 * @param formats which of them
	 * @param language the language of HR; the separator is the one that Excel expects
	 * there
	 */
	RejectsWriter(ReportFolder folder, String name, Set<Format> formats, Language language) {
		this.texts = Texts.in(language);
		this.files = new TableFiles(folder, name, formats, language.separator(),
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
		this.files.line(List.of(reject.file(), Long.toString(reject.line()), reject.employeeId(), reject.name(),
				reject.column(), word, this.texts.problem(word, reject.found(), reject.detail()),
				this.texts.mending(word, reject.detail(), reject.country().stream().toList())));
	}

	/** Puts the files in their place. */
	public void complete() {
		this.files.complete();
	}

	@Override
	public void close() {
		this.files.close();
	}

}
