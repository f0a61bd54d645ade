package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.ssprprefill.definition.Purpose;
import org.ssprprefill.run.RunMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code plan JOB}: the same up to the plan, which is kept; writes nothing to the tenant.
 */
@Command(name = "plan", description = "Plans what a run would do, and keeps the plan; writes nothing.",
		footer = { "", "Example: sspr-prefill plan jobs/nightly.yaml" })
final class PlanCommand implements Callable<Integer> {

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "JOB", description = "The job definition, or FLEET#TENANT")
	private Path job = Path.of("");

	@Override
	public Integer call() {
		return OpenedJob.with(this.job, Purpose.EVERYTHING, this.options,
				(job) -> job.session().run(RunMode.PLAN, Optional.empty(), (ledger) -> {
				}));
	}

}
