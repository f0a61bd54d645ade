package org.ssprprefill.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.Set;

import org.ssprprefill.run.RunRecord;

/** The checks of the ledger's room and of the runs in it. */
final class LedgerChecks {

	/** A day between two starts, and some hours for a late start. */
	private static final Duration NIGHTLY = Duration.ofHours(36);

	/** So long a run may well be under way. */
	private static final Duration UNDER_WAY = Duration.ofHours(6);

	private static final long MEBIBYTE = 1024 * 1024;

	private static final long TIGHT = 1024 * MEBIBYTE;

	private static final long FULL = 100 * MEBIBYTE;

	/** Failed, held, refused. */
	private static final Set<Integer> WITHOUT_EFFECT = Set.of(1, 3, 7);

	private LedgerChecks() {
	}

	static Check space(Path folder, long free) {
		String detail = free / MEBIBYTE + " MiB are free where " + folder + " is.";
		String remedy = "Make room: delete old report and archive folders, or move the home folder to a larger disk.";
		if (free < FULL) {
			return Checks.fail(Subject.DISK_SPACE, detail, remedy);
		}
		return (free < TIGHT) ? Checks.warn(Subject.DISK_SPACE, detail, remedy)
				: Checks.pass(Subject.DISK_SPACE, detail);
	}

	static Check neverRan() {
		return Checks.warn(Subject.LAST_RUN, "This job has never run.",
				"Let a scheduler start it every night; the README has the lines.");
	}

	static Check lastRun(RunRecord last, Instant now) {
		String detail = "The last run began at " + last.startedAt().truncatedTo(ChronoUnit.SECONDS) + " (" + last.id()
				+ ").";
		return last.startedAt().isBefore(now.minus(NIGHTLY))
				? Checks.warn(Subject.LAST_RUN, detail + " A nightly job would have run since.",
						"See whether the scheduler still starts it, and what it says of its last attempts.")
				: Checks.pass(Subject.LAST_RUN, detail);
	}

	static Check lastOutcome(RunRecord last, Instant now) {
		OptionalInt exitCode = last.exitCode();
		if (exitCode.isEmpty()) {
			return last.startedAt().isBefore(now.minus(UNDER_WAY))
					? Checks.warn(Subject.LAST_OUTCOME, "Run " + last.id() + " never came to its end.",
							"Start the same command again; it goes on where it was.")
					: Checks.pass(Subject.LAST_OUTCOME, "Run " + last.id() + " is under way, or broke off lately.");
		}
		String detail = "Run " + last.id() + " ended as " + last.outcome().orElse("unknown") + " (exit code "
				+ exitCode.getAsInt() + ").";
		return WITHOUT_EFFECT.contains(exitCode.getAsInt())
				? Checks.warn(Subject.LAST_OUTCOME, detail,
						"Read what its report asks for: sspr-prefill report " + last.id() + ".")
				: Checks.pass(Subject.LAST_OUTCOME, detail);
	}

}
