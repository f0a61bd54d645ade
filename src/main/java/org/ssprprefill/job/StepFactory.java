package org.ssprprefill.job;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.ssprprefill.ledger.PersonRows;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.ledger.MatchStore.RowChoice;

/**
 * The steps of the jobs. A step looks at the ledger to see whether it has anything to do,
 * so that the order of steps is the same in a good run and in a bad one.
 */
final class StepFactory {

	private static final int CHUNK = 500;

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final RunContext context;

	private final StepWatch watch;

	StepFactory(JobRepository repository, PlatformTransactionManager transactions, RunContext context,
			StepWatch watch) {
		this.repository = repository;
		this.transactions = transactions;
		this.context = context;
		this.watch = watch;
	}

	Step preflight() {
		return repeated("preflightStep", new PreflightStep(this.context));
	}

	/**
	 * Gone through again, as all steps up to the limits: the feed may say something else
	 * now.
	 */
	Step receiveFeed() {
		return repeated("receiveFeedStep", new ReceiveFeedStep(this.context));
	}

	Step stageRows() {
		return repeated("stageRowsStep", new StageRowsStep(this.context));
	}

	/**
	 * Read anew whenever a run is taken up: what is planned is weighed again before it is
	 * written.
	 */
	Step snapshotTenant() {
		return repeated("snapshotTenantStep", new SnapshotTenantStep(this.context));
	}

	Step matchRows() {
		MatchRows match = new MatchRows(this.context);
		return new StepBuilder("matchRowsStep", this.repository).<RowChoice, RowChoice>chunk(CHUNK)
			.transactionManager(this.transactions)
			.reader(match.reader())
			.writer(match)
			.listener(this.watch)
			.allowStartIfComplete(true)
			.build();
	}

	Step planChanges() {
		PlanChanges plan = new PlanChanges(this.context);
		return new StepBuilder("planChangesStep", this.repository).<PersonRows, PersonRows>chunk(CHUNK)
			.transactionManager(this.transactions)
			.reader(plan.reader())
			.writer(plan)
			.listener(plan)
			.listener(this.watch)
			.allowStartIfComplete(true)
			.build();
	}

	Step reviewPlan() {
		ReviewPlan review = new ReviewPlan(this.context);
		return new StepBuilder("reviewPlanStep", this.repository).<PlannedPerson, PlannedPerson>chunk(CHUNK)
			.transactionManager(this.transactions)
			.reader(review.reader())
			.writer(review)
			.listener(review)
			.listener(this.watch)
			.build();
	}

	/** Gone through again whenever an undo is taken up: much may have changed since. */
	Step planUndo() {
		return repeated("planUndoStep", new PlanUndoStep(this.context));
	}

	/** The limits of a plan that is made anew whenever a run is taken up. */
	Step limitsOfFeed() {
		return repeated("limitsStep", new LimitsStep(this.context));
	}

	Step limits() {
		return step("limitsStep", new LimitsStep(this.context));
	}

	Step applyChanges() {
		return repeated("applyChangesStep", new ApplyChangesStep(this.context));
	}

	Step verifyChanges() {
		return repeated("verifyChangesStep", new VerifyChangesStep(this.context));
	}

	Step measureCoverage() {
		return repeated("measureCoverageStep", new MeasureCoverageStep(this.context));
	}

	Step archiveFeed() {
		return repeated("archiveFeedStep", new ArchiveFeedStep(this.context));
	}

	Step removeOldFiles() {
		return step("removeOldFilesStep", new RemoveOldFilesStep(this.context));
	}

	Step writeReport(String job) {
		StepTimes times = new StepTimes(this.repository, job, RunLauncher.parameters(this.context));
		return step("writeReportStep", new WriteReportStep(this.context, times));
	}

	private Step repeated(String name, NightStep work) {
		return new StepBuilder(name, this.repository).tasklet(work, none())
			.allowStartIfComplete(true)
			.listener(this.watch)
			.build();
	}

	private Step step(String name, NightStep work) {
		return new StepBuilder(name, this.repository).tasklet(work, none()).listener(this.watch).build();
	}

	/**
	 * These steps commit by themselves: what the ledger says has happened must have
	 * happened.
	 */
	private static PlatformTransactionManager none() {
		return new ResourcelessTransactionManager();
	}

}
