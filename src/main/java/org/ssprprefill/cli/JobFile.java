package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.ledger.Home;
import picocli.CommandLine.Option;

/** The job definition behind a run: remembered in the home folder, or given. */
final class JobFile {

	@Option(names = "--job", paramLabel = "JOB",
			description = "The run's job definition, where this home folder does not know the run")
	private @Nullable Path job;

	Path of(String run, Home home) {
		return Optional.ofNullable(this.job)
			.or(() -> home.jobFileOf(run))
			.orElseThrow(() -> new Refusal(ExitCode.USAGE, "The home folder " + home.folder() + " knows no run '" + run
					+ "'. See sspr-prefill history JOB, or name its job definition with --job."));
	}

}
