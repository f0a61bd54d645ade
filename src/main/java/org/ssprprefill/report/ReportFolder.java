package org.ssprprefill.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder of one run's report, for its owner's eyes only.
 *
 * @param path where it is
 */
public record ReportFolder(Path path) {

	/** The report as data. */
	public static final String REPORT_JSON = "report.json";

	/** The report to read. */
	public static final String REPORT_HTML = "report.html";

	/** A line for every row and person, without its ending. */
	static final String PEOPLE = "people";

	/** HR's list of what to mend, without its ending. */
	static final String REJECTS = "rejects";

	/** A line for every row and person. */
	public static final String PEOPLE_CSV = PEOPLE + ".csv";

	/** The same for people who open it. */
	public static final String PEOPLE_XLSX = PEOPLE + ".xlsx";

	/** HR's list of what to mend. */
	public static final String REJECTS_CSV = REJECTS + ".csv";

	/** The same for people who open it. */
	public static final String REJECTS_XLSX = REJECTS + ".xlsx";

	/** The figures for a monitoring system. */
	public static final String METRICS_PROM = "metrics.prom";

	private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

	/**
	 * Makes the folder of a run, or finds it.
	 * @param directory the report directory; made if it does not exist
	 * @param runId the run's id
	 * @return the folder {@code directory/runId}, with owner-only rights where the file
	 * system knows rights
	 * @throws IllegalArgumentException if the id could lead out of the directory
	 * @throws UncheckedIOException if the folder cannot be made
	 */
	public static ReportFolder in(Path directory, String runId) {
		if (!RUN_ID.matcher(runId).matches()) {
			throw new IllegalArgumentException("Not a run's id: '" + runId + "'");
		}
		Path folder = directory.resolve(runId);
		try {
			Files.createDirectories(directory);
			if (!Files.isDirectory(folder)) {
				Files.createDirectory(folder, OwnerOnlyFile.attributes(directory, "rwx------"));
			}
			closeToOthers(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot make the report folder " + folder
					+ ". Check report.directory in the job definition and the rights of that folder.", ex);
		}
		return new ReportFolder(folder);
	}

	/**
	 * Whether reports could be written, asked before anything else is; nothing is made.
	 * @param directory the report directory, which need not exist yet
	 * @return why not, and what to do; nothing if they can
	 */
	public static Optional<String> obstacle(Path directory) {
		Path place = directory.toAbsolutePath();
		while (!Files.exists(place) && place.getParent() != null) {
			place = place.getParent();
		}
		return (Files.isDirectory(place) && Files.isWritable(place)) ? Optional.empty()
				: Optional.of("No report can be written to " + directory + ": " + place
						+ " is no folder that this account may write to. Correct report.directory in the job "
						+ "definition, or give the account the right to write there.");
	}

	/**
	 * Writes a whole file at once; readers see the old content or the new, never a part.
	 * @param name the file's name
	 * @param text its content
	 * @throws UncheckedIOException if it cannot be written
	 */
	public void write(String name, String text) {
		OwnerOnlyFile.write(this.path.resolve(name), text);
	}

	OwnerOnlyFile open(String name) {
		return OwnerOnlyFile.at(this.path.resolve(name));
	}

	private static void closeToOthers(Path folder) throws IOException {
		PosixFileAttributeView rights = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
		if (rights != null) {
			rights.setPermissions(PosixFilePermissions.fromString("rwx------"));
		}
	}

}
