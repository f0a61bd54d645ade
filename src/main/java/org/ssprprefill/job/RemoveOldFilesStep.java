package org.ssprprefill.job;

import java.util.Optional;

import org.ssprprefill.doctor.RetentionChecks;
import org.ssprprefill.ledger.RunRecord;

/** Deletes what the job definition does not want kept any longer. */
final class RemoveOldFilesStep implements NightStep {

	private final Night night;

	RemoveOldFilesStep(Night night) {
		this.night = night;
	}

	@Override
	public long work() {
		RunRecord run = this.night.run();
		if (run.mode().isRehearsal()) {
			return 0;
		}
		Optional<Retention.Removal> removal = new Retention(this.night.ledger(), this.night.definition(), run.tenant())
			.enforce(this.night.clock().instant());
		removal.filter(Retention.Removal::removedSomething)
			.ifPresent((removed) -> this.night.ledger().purges().note(run.tenant(), run.id(), removed.words()));
		removal.ifPresent((removed) -> this.night.answer(RetentionChecks.kept(removed.words(), removed.obstacles())));
		return removal.map(Retention.Removal::count).orElse(0L);
	}

}
