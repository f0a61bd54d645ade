package org.ssprprefill.job;

import org.ssprprefill.apply.Applier;
import org.ssprprefill.apply.Clearance;
import org.ssprprefill.apply.CurrentPeople;
import org.ssprprefill.apply.FreshClearance;
import org.ssprprefill.apply.Patience;
import org.ssprprefill.apply.PermitLapsedException;
import org.ssprprefill.apply.Redecision;
import org.ssprprefill.apply.Redecision.Redecided;
import org.ssprprefill.ledger.RunPlan;
import org.ssprprefill.ledger.RunRecord;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.proposal.KeptPlanReview;
import org.ssprprefill.undo.InversePlan;

/** Writes to the tenant, unless something forbids it. */
final class ApplyChangesStep implements NightStep {

	private final Night night;

	ApplyChangesStep(Night night) {
		this.night = night;
	}

	@Override
	public long work() throws InterruptedException {
		RunRecord run = this.night.run();
		if (!run.mode().writes()) {
			return 0;
		}
		if (run.refused() || run.held()) {
			// A run that is taken up may have sent something before
			this.night.ledger().changes().onlyReadBack(run.id());
			return 0;
		}
		this.night.ledger().audit().prove(run);
		this.night.ledger().runs().note(run.id(), Fact.WRITING, true);
		Patience patience = Patience.usual(this.night::pause);
		Applier applier = new Applier(this.night.tenant(), this.night.ledger().changes(), this.night.batchesAtATime(),
				patience, this.night::isStopping, this.night.ledger().lease(), clearance(run, patience));
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

	private Clearance clearance(RunRecord run, Patience patience) {
		RunPlan plan = new RunPlan(this.night.ledger(), run, this.night.definition().scope().group(),
				this.night.definition().employeeIdWidth());
		CurrentPeople people = new CurrentPeople(this.night.knowledge(), plan::people, this.night.stopwatch(),
				patience);
		return new FreshClearance(this.night.tenant(), people, plan, redecision(run), this.night.stopwatch());
	}

	private Redecision redecision(RunRecord run) {
		if (run.mode().takesBack()) {
			return (person, change, answers) -> Redecided.leftAlone(InversePlan.leftAlone(person, change, answers));
		}
		KeptPlanReview review = new KeptPlanReview(this.night.tenant(), this.night.methodRules(),
				this.night.ledger().decisions());
		return (person, change, answers) -> {
			KeptPlanReview.Again again = review.decideAgain(person, change, answers);
			return new Redecided(again.decision(), again.change());
		};
	}

}
