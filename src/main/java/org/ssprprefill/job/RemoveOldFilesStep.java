package org.ssprprefill.job;

import java.util.Optional;

import org.ssprprefill.doctor.RetentionChecks;
import org.ssprprefill.message.Message;
import org.ssprprefill.run.RunRecord;

/** Deletes what the job definition does not want kept any longer. */
final class RemoveOldFilesStep implements NightStep {

	private final RunContext context;

	RemoveOldFilesStep(RunContext context) {
		this.context = context;
	}

	@Override
	public long work() {
		RunRecord run = this.context.run();
		if (run.mode().isRehearsal()) {
			return 0;
		}
		Optional<Retention.Removal> removal = new Retention(this.context.ledger(), this.context.definition(),
				run.tenant())
			.enforce(this.context.clock().instant());
		removal.filter(Retention.Removal::removedSomething)
			.ifPresent((removed) -> this.context.ledger()
				.purges()
				.note(run.tenant(), run.id(), removed.words().inEnglish()));
		removal.ifPresent((removed) -> this.context.answer(RetentionChecks.kept(removed.words(), removed.obstacles())));
		return removal.map(Retention.Removal::count).orElse(0L);
	}

}
