package org.ssprprefill.job;

import java.util.List;
import java.util.Optional;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.proposal.KeptPlanReview;
import org.ssprprefill.run.RunRecord;

/** Takes over what still stands of a kept plan. */
final class ReviewPlan implements ItemWriter<PlannedPerson>, StepExecutionListener {

	private final RunContext context;

	private final Ledger ledger;

	ReviewPlan(RunContext context) {
		this.context = context;
		this.ledger = context.ledger();
	}

	LedgerReader<PlannedPerson> reader() {
		return new LedgerReader<>(() -> {
			RunRecord run = this.context.run();
			if (run.closed()) {
				return new LedgerReader.Source<>(Optional::empty, () -> {
				});
			}
			var people = this.ledger.peopleOfPlan(run, plan(run), this.context.definition().scope().group(),
					this.context.definition().employeeIdWidth());
			return new LedgerReader.Source<>(people::next, people::close);
		});
	}

	@Override
	public void beforeStep(StepExecution step) {
		RunRecord run = this.context.run();
		this.ledger.changes().forgetPlanned(run.id());
		this.ledger.files().inherit(plan(run), run.id());
		this.ledger.decisions().inherit(plan(run), run.id());
	}

	@Override
	public void write(Chunk<? extends PlannedPerson> people) {
		RunRecord run = this.context.run();
		KeptPlanReview review = new KeptPlanReview(this.context.tenant(), this.context.methodRules(),
				this.ledger.decisions());
		this.ledger.changes().plan(run, review.review(run.id(), List.copyOf(people.getItems())));
	}

	private static String plan(RunRecord run) {
		return run.concerns().orElseThrow();
	}

}
