package org.ssprprefill.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.ssprprefill.feed.Cleared;
import org.ssprprefill.feed.RunFolder;

/** Deletes report files of old runs. */
public final class PurgedReports {

	private static final List<String> ABOUT_PEOPLE = List.of(ReportFolder.PEOPLE_CSV, ReportFolder.PEOPLE_XLSX,
			ReportFolder.REJECTS_CSV, ReportFolder.REJECTS_XLSX, ReportFolder.REPORT_HTML);

	private static final List<String> ALL = Stream
		.concat(ABOUT_PEOPLE.stream(), Stream.of(ReportFolder.REPORT_JSON, ReportFolder.METRICS_PROM))
		.toList();

	private PurgedReports() {
	}

	/**
	 * Deletes the lists of people and rejects and {@code report.html} of runs; the
	 * figures stay.
	 * @param directory the report directory
	 * @param runs the runs' ids
	 * @return what was deleted, and what could not be
	 */
	public static Cleared delete(Path directory, List<String> runs) {
		return clear(directory, runs, ABOUT_PEOPLE);
	}

	/**
	 * Deletes the whole reports of runs, but for files that the program did not write.
	 * @param directory the report directory
	 * @param runs the runs' ids
	 * @return what was deleted, and what could not be
	 */
	public static Cleared deleteAll(Path directory, List<String> runs) {
		return clear(directory, runs, ALL);
	}

	private static Cleared clear(Path directory, List<String> runs, List<String> names) {
		Cleared cleared = Cleared.NOTHING;
		for (String run : runs) {
			cleared = cleared.and(new RunFolder(directory.resolve(run)).clear(names));
		}
		return cleared;
	}

}
