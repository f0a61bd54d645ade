package org.ssprprefill.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.Purpose;
import org.ssprprefill.job.UndoPreconditions;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.run.RunMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undo RUN}: takes back what a run wrote, where the tenant still holds it. */
@Command(name = "undo",
		description = { "Takes back what a run wrote, only where the tenant still holds it.",
				"Added methods are removed, replaced values restored." },
		footer = { "", "Example: sspr-prefill undo 20261122-020000-7f3a --dry-run" })
final class UndoCommand implements Callable<Integer> {

	@Mixin
	private final Options options = new Options();

	@Mixin
	private final JobFile jobFile = new JobFile();

	@Parameters(paramLabel = "RUN", description = "The id of the run to take back")
	private String run = "";

	@Option(names = "--dry-run", description = "Show what would be taken back; write nothing to the tenant")
	private boolean dryRun;

	@Override
	public Integer call() {
		this.options.repeat(this.jobFile.repeated());
		return OpenedJob.with(this.jobFile.of(this.run, this.options.openHome()), Purpose.EVERYTHING, this.options,
				(job) -> job.session()
					.run(this.dryRun ? RunMode.UNDO_DRY_RUN : RunMode.UNDO, Optional.of(this.run),
							(ledger) -> admit(ledger, job.definition())));
	}

	private void admit(Ledger ledger, JobDefinition definition) {
		String tenant = TenantIdentity.known(definition, ledger);
		new UndoPreconditions(ledger, definition, tenant).objection(this.run).ifPresent((objection) -> {
			throw new Refusal(ExitCode.USAGE, objection + " Nothing was touched.");
		});
	}

}
