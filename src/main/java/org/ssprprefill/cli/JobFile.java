package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.LedgerException;
import picocli.CommandLine.Option;

/** The job definition behind a run: remembered in the home folder, or given. */
final class JobFile {

	@Option(names = "--job", paramLabel = "JOB",
			description = "The run's job definition, or FLEET#TENANT, where this home folder does not know the run")
	private @Nullable Path job;

	/** The option as it was given; empty if it was not. */
	String repeated() {
		return (this.job == null) ? "" : option(this.job);
	}

	/** The option that names a job for a further command. */
	static String option(Path job) {
		return "--job " + ShellWord.of(job.toAbsolutePath().normalize());
	}

	Path of(String run, Home home) {
		return Optional.ofNullable(this.job)
			.or(() -> remembered(run, home))
			.orElseThrow(() -> new Refusal(ExitCode.USAGE, "The home folder " + home.folder() + " knows no run '" + run
					+ "'. See sspr-prefill history JOB, or name its job definition with --job."));
	}

	private static Optional<Path> remembered(String run, Home home) {
		try {
			return home.jobFileOf(run);
		}
		catch (LedgerException ex) {
			throw new Refusal(ExitCode.USAGE, String.valueOf(ex.getMessage()));
		}
	}

}
