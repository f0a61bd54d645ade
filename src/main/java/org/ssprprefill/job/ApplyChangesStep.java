package org.ssprprefill.job;

import org.ssprprefill.apply.Applier;
import org.ssprprefill.apply.Clearance;
import org.ssprprefill.apply.CurrentPeople;
import org.ssprprefill.apply.FreshClearance;
import org.ssprprefill.apply.PermitLapsedException;
import org.ssprprefill.apply.Redecision;
import org.ssprprefill.apply.Redecision.Redecided;
import org.ssprprefill.apply.RetryPolicy;
import org.ssprprefill.ledger.RunPlan;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.proposal.KeptPlanReview;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.undo.InversePlan;

/** Writes to the tenant, unless something forbids it. */
final class ApplyChangesStep implements NightStep {

	private final RunContext context;

	ApplyChangesStep(RunContext context) {
		this.context = context;
	}

	@Override
	public long work() throws InterruptedException {
		RunRecord run = this.context.run();
		if (!run.mode().writes()) {
			return 0;
		}
		if (run.refused() || run.held()) {
			// A run that is taken up may have sent something before
			this.context.ledger().changes().onlyReadBack(run.id());
			return 0;
		}
		this.context.ledger().audit().prove(run);
		this.context.ledger().runs().note(run.id(), Fact.WRITING, true);
		RetryPolicy patience = RetryPolicy.usual(this.context::pause);
		Applier applier = new Applier(this.context.tenant(), this.context.ledger().changes(),
				this.context.batchesAtATime(), patience, this.context::isStopping, this.context.ledger().lease(),
				clearance(run, patience));
		long applied = apply(applier, run.id());
		if (this.context.isStopping()) {
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
				this.context.ledger().lease().renew();
			}
		}
	}

	private Clearance clearance(RunRecord run, RetryPolicy patience) {
		RunPlan plan = new RunPlan(this.context.ledger(), run, this.context.definition().scope().group(),
				this.context.definition().employeeIdWidth());
		CurrentPeople people = new CurrentPeople(this.context.knowledge(), plan::people, this.context.stopwatch(),
				patience);
		return new FreshClearance(this.context.tenant(), people, plan, redecision(run), this.context.stopwatch());
	}

	private Redecision redecision(RunRecord run) {
		if (run.mode().takesBack()) {
			return (person, change, answers) -> Redecided.leftAlone(InversePlan.leftAlone(person, change, answers));
		}
		KeptPlanReview review = new KeptPlanReview(this.context.tenant(), this.context.methodRules(),
				this.context.ledger().decisions());
		return (person, change, answers) -> {
			KeptPlanReview.Again again = review.decideAgain(person, change, answers);
			return new Redecided(again.decision(), again.change());
		};
	}

}
