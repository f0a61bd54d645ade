package org.ssprprefill.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a run leaves behind, and where; the {@code report} section of a job definition.
 *
 * @param directory each run gets a folder of its own in it
 * @param formats which pens write
 * @param language what people read it in
 * @param keep how long reports are kept; for good if it is nothing
 * @param metricsFile where the newest figures are always found; nowhere if it is nothing
 */
public record ReportSettings(Path directory, Set<Format> formats, Language language, Optional<Duration> keep,
		Optional<Path> metricsFile) {

	/**
	 * Settings for reports that are kept for good.
	 * @param directory each run gets a folder of its own in it
	 * @param formats which pens write
	 * @param language what people read it in
	 */
	public ReportSettings(Path directory, Set<Format> formats, Language language) {
		this(directory, formats, language, Optional.empty(), Optional.empty());
	}

	/**
	 * What to open of a run's report.
	 * @param folder the run's folder
	 * @return the page, else the figures, else the folder
	 */
	public Path place(Path folder) {
		if (this.formats.contains(Format.HTML)) {
			return folder.resolve(ReportFolder.REPORT_HTML);
		}
		return this.formats.contains(Format.JSON) ? folder.resolve(ReportFolder.REPORT_JSON) : folder;
	}

	/**
	 * The same in another language.
	 * @param other what people read it in
	 * @return the settings
	 */
	public ReportSettings in(Language other) {
		return new ReportSettings(this.directory, this.formats, other, this.keep, this.metricsFile);
	}

	/** The formats of a report. */
	public enum Format {

		/** {@code report.html}. */
		HTML,

		/** {@code report.json}. */
		JSON,

		/** {@code people.csv} and {@code rejects.csv}. */
		CSV,

		/** {@code people.xlsx} and {@code rejects.xlsx}. */
		XLSX,

		/** {@code metrics.prom}. */
		PROMETHEUS

	}

}
