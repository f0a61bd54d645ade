package org.ssprprefill.schedule;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.References;

/**
 * What is to be started, when, and as whom. All paths are absolute.
 *
 * @param definition the job
 * @param references what the job definition needs besides itself
 * @param at the time of day, to the minute
 * @param zone the time zone it is meant in
 * @param account the account that runs the job
 * @param home the home folder
 * @param program how the program is started
 */
public record Appointment(JobDefinition definition, References references, LocalTime at, ZoneId zone, String account,
		Path home, Program program) {

	/** Minutes between two looks at the drop folder. */
	static final int CHECK_MINUTES = 5;

	/** Seconds between asking the program to end and killing it; it needs up to 28. */
	static final int GRACE_SECONDS = 60;

	Path jobFile() {
		return this.definition.file().toAbsolutePath().normalize();
	}

	/** The entry's name, from letters, digits, dots, underscores and hyphens. */
	String name() {
		return "sspr-prefill-" + this.definition.name();
	}

	/**
	 * The zone as schedulers know it; nothing for a bare offset such as {@code +02:00}.
	 */
	Optional<String> zoneName() {
		return zoneName(this.zone);
	}

	static Optional<String> zoneName(ZoneId zone) {
		return Optional.of(zone.getId()).filter((id) -> id.contains("/") || id.equals("UTC"));
	}

	/** The folders the job writes to. */
	WritableFolders folders() {
		return new WritableFolders(this.home, this.definition.feed().drop(), this.definition.report().directory(),
				this.definition.report().metricsFile().map((file) -> file.resolveSibling("")));
	}

}
