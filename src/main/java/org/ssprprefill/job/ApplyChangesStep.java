package org.ssprprefill.job;

import java.util.Map;
import java.util.Optional;

import org.ssprprefill.apply.Applier;
import org.ssprprefill.apply.Patience;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.RunMode;
import org.ssprprefill.ledger.RunRecord;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.match.Barrier;
import org.ssprprefill.tenant.Administrators.Hold;

/** Writes to the tenant, unless something forbids it. */
final class ApplyChangesStep implements NightStep {

	private final Night night;

	ApplyChangesStep(Night night) {
		this.night = night;
	}

	@Override
	public long work() throws InterruptedException {
		RunRecord run = this.night.run();
		if (!run.mode().writes() || run.refused() || run.held()) {
			return 0;
		}
		leaveOutNewAdministrators(run);
		this.night.ledger().runs().note(run.id(), Fact.WRITING, true);
		Applier applier = new Applier(this.night.tenant(), this.night.ledger().changes(), this.night.batchesInFlight(),
				Patience.usual(Pauses::pause), this.night::isStopping);
		long applied = applier.apply(run.id());
		if (this.night.isStopping()) {
			throw new InterruptedException("Stopped on request; start the same command again to go on.");
		}
		return applied;
	}

	/**
	 * The plan of a run that is taken up may be older than tonight's list of
	 * administrators.
	 */
	private void leaveOutNewAdministrators(RunRecord run) {
		Ledger ledger = this.night.ledger();
		Map<ObjectId, Hold> administrators = ledger.changes().withdrawFromAdministrators(run);
		administrators.forEach((user, hold) -> {
			Barrier barrier = switch (hold) {
				case ROLE -> Barrier.ADMIN_ROLE;
				case ELIGIBLE -> Barrier.ADMIN_ELIGIBLE;
				case THROUGH_GROUP -> Barrier.ADMIN_THROUGH_GROUP;
			};
			ledger.decisions().leaveOut(run.id(), user, barrier.decision(), Optional.of(barrier));
		});
	}

}
