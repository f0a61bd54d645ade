package org.ssprprefill.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The newest figures at a fixed place, for the Prometheus node exporter: whole at every
 * moment and, unlike a report, readable by other accounts; it names no person.
 */
public final class MetricsFile {

	private static final String READABLE = "rw-r--r--";

	private final Path place;

	/**
	 * Names the file.
	 * @param place where it is
	 */
	public MetricsFile(Path place) {
		this.place = place.toAbsolutePath();
	}

	/**
	 * Replaces what is there by the figures of a run.
	 * @param report the run's report
	 * @return why that was not possible, and what to do; nothing if it was
	 */
	public Optional<String> write(RunReport report) {
		// The exporter reads every *.prom of the folder
		Path draft = this.place.resolveSibling("." + this.place.getFileName() + ".draft");
		try {
			Files.writeString(draft, new PrometheusWriter().write(report));
			if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
				// Whatever the account's mask is
				Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(READABLE));
			}
			Files.move(draft, this.place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			return Optional.empty();
		}
		catch (IOException ex) {
			return Optional.of("The figures could not be written to " + this.place + " (report.metrics-file). "
					+ "Create its folder, and give the account of this program the right to write there.");
		}
	}

}
