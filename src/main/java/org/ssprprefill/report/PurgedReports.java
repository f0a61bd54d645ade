package org.ssprprefill.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Deletes those report files of old runs that tell of people; the figures stay. */
public final class PurgedReports {

	private static final List<String> ABOUT_PEOPLE = List.of(ReportFolder.PEOPLE_CSV, ReportFolder.REJECTS_CSV,
			ReportFolder.REPORT_HTML);

	private PurgedReports() {
	}

	/**
	 * Deletes {@code people.csv}, {@code rejects.csv} and {@code report.html} of runs.
	 * @param directory the report directory
	 * @param runs the runs' ids
	 * @return how many files were deleted
	 * @throws UncheckedIOException if a file cannot be deleted
	 */
	public static int delete(Path directory, List<String> runs) {
		int deleted = 0;
		for (String run : runs) {
			Path folder = directory.resolve(run);
			// A link could lead to files that are none of ours
			if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
				for (String name : ABOUT_PEOPLE) {
					deleted += delete(folder.resolve(name)) ? 1 : 0;
				}
			}
		}
		return deleted;
	}

	private static boolean delete(Path file) {
		try {
			return Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot delete " + file + "; check the rights of its folder", ex);
		}
	}

}
