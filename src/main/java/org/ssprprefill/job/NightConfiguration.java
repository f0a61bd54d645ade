package org.ssprprefill.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.ssprprefill.ledger.PersonRows;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.ledger.PopulationMember;
import org.ssprprefill.ledger.RowStore.RowCandidates;
import org.ssprprefill.ledger.RowStore.RowChoice;
import org.ssprprefill.ledger.VerdictStore.PersonVerdict;

/**
 * The jobs and their steps. A step looks at the ledger to see whether it has anything to
 * do, so that the order of steps is the same on a good night and on a bad one.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class NightConfiguration {

	private static final int CHUNK = 500;

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final Night night;

	private final StepWatch watch;

	NightConfiguration(JobRepository repository, PlatformTransactionManager transactions, Night night,
			StepWatch watch) {
		this.repository = repository;
		this.transactions = transactions;
		this.night = night;
		this.watch = watch;
	}

	@Bean
	Job prepopulateJob() {
		return new JobBuilder("prepopulateJob", this.repository).start(flow("preflight", preflightStep()))
			.next(receiveFeedStep())
			.next(stageAndSnapshot())
			.next(matchRowsStep())
			.next(planChangesStep())
			.next(limitsStep())
			.next(applyChangesStep())
			.next(verifyChangesStep())
			.next(measureCoverageStep())
			.next(archiveFeedStep())
			.next(writeReportStep("prepopulateJob"))
			.end()
			.build();
	}

	@Bean
	Job planJob() {
		return new JobBuilder("planJob", this.repository).start(flow("preflight", preflightStep()))
			.next(receiveFeedStep())
			.next(stageAndSnapshot())
			.next(matchRowsStep())
			.next(planChangesStep())
			.next(limitsStep())
			.next(measureCoverageStep())
			.next(archiveFeedStep())
			.next(writeReportStep("planJob"))
			.end()
			.build();
	}

	@Bean
	Job applyJob() {
		return new JobBuilder("applyJob", this.repository).start(preflightStep())
			.next(snapshotTenantStep())
			.next(reviewPlanStep())
			.next(limitsStep())
			.next(applyChangesStep())
			.next(verifyChangesStep())
			.next(measureCoverageStep())
			.next(archiveFeedStep())
			.next(writeReportStep("applyJob"))
			.build();
	}

	@Bean
	Job verifyJob() {
		return new JobBuilder("verifyJob", this.repository).start(preflightStep())
			.next(snapshotTenantStep())
			.next(measureCoverageStep())
			.next(writeReportStep("verifyJob"))
			.build();
	}

	private Flow stageAndSnapshot() {
		return new FlowBuilder<SimpleFlow>("stageAndSnapshot").split(new SimpleAsyncTaskExecutor("step-"))
			.add(flow("stage", stageRowsStep()), flow("snapshot", snapshotTenantStep()))
			.build();
	}

	private static Flow flow(String name, Step step) {
		return new FlowBuilder<SimpleFlow>(name).start(step).build();
	}

	private Step preflightStep() {
		return new StepBuilder("preflightStep", this.repository).tasklet(new PreflightStep(this.night), none())
			.allowStartIfComplete(true)
			.listener(this.watch)
			.build();
	}

	private Step receiveFeedStep() {
		return step("receiveFeedStep", new ReceiveFeedStep(this.night));
	}

	private Step stageRowsStep() {
		return step("stageRowsStep", new StageRowsStep(this.night));
	}

	/**
	 * Read anew whenever a run is taken up: what is planned is weighed again before it is
	 * written.
	 */
	private Step snapshotTenantStep() {
		return new StepBuilder("snapshotTenantStep", this.repository)
			.tasklet(new SnapshotTenantStep(this.night), none())
			.allowStartIfComplete(true)
			.listener(this.watch)
			.build();
	}

	private Step matchRowsStep() {
		MatchRows match = new MatchRows(this.night);
		return new StepBuilder("matchRowsStep", this.repository).<RowCandidates, RowChoice>chunk(CHUNK)
			.transactionManager(this.transactions)
			.reader(match.reader())
			.processor(match)
			.writer(match)
			.listener(this.watch)
			.build();
	}

	private Step planChangesStep() {
		PlanChanges plan = new PlanChanges(this.night);
		return new StepBuilder("planChangesStep", this.repository).<PersonRows, PersonRows>chunk(CHUNK)
			.transactionManager(this.transactions)
			.reader(plan.reader())
			.writer(plan)
			.listener(plan)
			.listener(this.watch)
			.build();
	}

	private Step reviewPlanStep() {
		ReviewPlan review = new ReviewPlan(this.night);
		return new StepBuilder("reviewPlanStep", this.repository).<PlannedPerson, PlannedPerson>chunk(CHUNK)
			.transactionManager(this.transactions)
			.reader(review.reader())
			.writer(review)
			.listener(review)
			.listener(this.watch)
			.build();
	}

	private Step limitsStep() {
		return step("limitsStep", new LimitsStep(this.night));
	}

	private Step applyChangesStep() {
		return step("applyChangesStep", new ApplyChangesStep(this.night));
	}

	private Step verifyChangesStep() {
		return step("verifyChangesStep", new VerifyChangesStep(this.night));
	}

	private Step measureCoverageStep() {
		MeasureCoverage coverage = new MeasureCoverage(this.night);
		return new StepBuilder("measureCoverageStep", this.repository).<PopulationMember, PersonVerdict>chunk(CHUNK)
			.transactionManager(this.transactions)
			.reader(coverage.reader())
			.processor(coverage)
			.writer(coverage)
			.listener(coverage)
			.listener(this.watch)
			.build();
	}

	private Step archiveFeedStep() {
		return step("archiveFeedStep", new ArchiveFeedStep(this.night));
	}

	private Step writeReportStep(String job) {
		StepTimes times = new StepTimes(this.repository, job, NightRunner.parameters(this.night));
		return step("writeReportStep", new WriteReportStep(this.night, times));
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
