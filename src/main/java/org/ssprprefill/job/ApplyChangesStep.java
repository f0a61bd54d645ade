package org.ssprprefill.job;

import java.util.Optional;

import org.ssprprefill.apply.Applier;
import org.ssprprefill.apply.Patience;
import org.ssprprefill.apply.PermitLapsedException;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.PlannedPeopleQuery;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.ledger.RunRecord;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.match.MatchDecision;

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
		this.night.ledger().audit().prove(run);
		leaveOutWhoeverChanged(run);
		this.night.ledger().runs().note(run.id(), Fact.WRITING, true);
		Applier applier = new Applier(this.night.tenant(), this.night.ledger().changes(), this.night.batchesAtATime(),
				Patience.usual(this.night::pause), this.night::isStopping, this.night.ledger().lease());
		long applied = apply(applier, run.id());
		if (this.night.isStopping()) {
			throw new InterruptedException("Stopped on request; start the same command again to go on.");
		}
		return applied;
	}

	/**
	 * After a pause of this process, or of the ledger's database, the run goes on unless
	 * another one has taken over.
	 */
	private long apply(Applier applier, String run) {
		while (true) {
			try {
				return applier.apply(run);
			}
			catch (PermitLapsedException ex) {
				this.night.ledger().lease().renew();
			}
		}
	}

	/**
	 * The plan of a run that is taken up may be older than what the tenant said tonight.
	 */
	private void leaveOutWhoeverChanged(RunRecord run) {
		Ledger ledger = this.night.ledger();
		try (PlannedPeopleQuery people = ledger.peopleOfPlan(run, run.id(), this.night.definition().scope().group(),
				this.night.definition().employeeIdWidth())) {
			for (Optional<PlannedPerson> person = people.next(); person.isPresent(); person = people.next()) {
				PlannedPerson one = person.get();
				if (one.decision() != MatchDecision.MATCHED) {
					ledger.changes().withdraw(run.id(), one.id());
					ledger.decisions().leaveOut(run.id(), one.id(), one.decision(), one.barrier());
				}
			}
		}
	}

}
