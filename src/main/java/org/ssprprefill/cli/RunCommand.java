package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.ssprprefill.definition.Purpose;
import org.ssprprefill.run.RunMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code run JOB}: the nightly job. */
@Command(name = "run", description = "The nightly job: feed, plan, apply, verify, coverage, report.",
		footer = { "", "Example: sspr-prefill run jobs/nightly.yaml" })
final class RunCommand implements Callable<Integer> {

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "JOB", description = "The job definition, or FLEET#TENANT")
	private Path job = Path.of("");

	@Override
	public Integer call() {
		return OpenedJob.with(this.job, Purpose.EVERYTHING, this.options,
				(job) -> job.session().run(RunMode.RUN, Optional.empty(), (ledger) -> {
				}));
	}

}
