package org.ssprprefill.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.Purpose;
import org.ssprprefill.job.KeptPlan;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.run.RunMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code apply RUN}: applies exactly one kept plan. */
@Command(name = "apply", description = "Applies exactly the kept plan of a run, and nothing else.",
		footer = { "", "Example: sspr-prefill apply 20261122-020000-7f3a --over-limit" })
final class ApplyCommand implements Callable<Integer> {

	@Mixin
	private final Options options = new Options();

	@Mixin
	private final JobFile jobFile = new JobFile();

	@Parameters(paramLabel = "RUN", description = "The id of the run whose plan is kept")
	private String run = "";

	@Option(names = "--over-limit", description = "Release a run that is held by a limit")
	private boolean overLimit;

	@Override
	public Integer call() {
		this.options.repeat(this.jobFile.repeated());
		return OpenedJob.with(this.jobFile.of(this.run, this.options.openHome()), Purpose.EVERYTHING, this.options,
				(job) -> job.session()
					.run(RunMode.APPLY, Optional.of(this.run), (ledger) -> admit(ledger, job.definition())));
	}

	private void admit(Ledger ledger, JobDefinition definition) {
		KeptPlan plan = new KeptPlan(ledger, definition, TenantIdentity.known(definition, ledger), Clock.systemUTC());
		plan.objection(this.run).ifPresent((objection) -> {
			throw new Refusal(ExitCode.USAGE, objection + " Nothing was touched.");
		});
		if (plan.isHeld(this.run) && !this.overLimit) {
			throw new Refusal(ExitCode.HELD, "Run " + this.run + " is held by a limit. Review its report, then: "
					+ ("sspr-prefill apply " + this.run + " --over-limit " + this.options.repeated()).strip());
		}
		plan.release(this.run, System.getProperty("user.name"));
	}

}
