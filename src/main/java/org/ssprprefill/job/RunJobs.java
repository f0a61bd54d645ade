package org.ssprprefill.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.ssprprefill.run.RunMode;

/** The jobs: which steps they take, and in which order. */
final class RunJobs {

	private final JobRepository repository;

	private final StepFactory steps;

	RunJobs(JobRepository repository, StepFactory steps) {
		this.repository = repository;
		this.steps = steps;
	}

	/** The job of a run. */
	Job of(RunMode mode) {
		return switch (mode) {
			case RUN -> prepopulateJob();
			case PLAN -> planJob();
			case APPLY -> applyJob();
			case VERIFY -> verifyJob();
			case UNDO, UNDO_DRY_RUN -> undoJob();
			case PROBE -> throw new IllegalStateException("A probe takes no steps");
		};
	}

	private Job prepopulateJob() {
		return new JobBuilder("prepopulateJob", this.repository).start(flow("preflight", this.steps.preflight()))
			.next(this.steps.receiveFeed())
			.next(stageAndSnapshot())
			.next(this.steps.matchRows())
			.next(this.steps.planChanges())
			.next(this.steps.limitsOfFeed())
			.next(this.steps.applyChanges())
			.next(this.steps.verifyChanges())
			.next(this.steps.measureCoverage())
			.next(this.steps.archiveFeed())
			.next(this.steps.removeOldFiles())
			.next(this.steps.writeReport("prepopulateJob"))
			.end()
			.build();
	}

	private Job planJob() {
		return new JobBuilder("planJob", this.repository).start(flow("preflight", this.steps.preflight()))
			.next(this.steps.receiveFeed())
			.next(stageAndSnapshot())
			.next(this.steps.matchRows())
			.next(this.steps.planChanges())
			.next(this.steps.limitsOfFeed())
			.next(this.steps.measureCoverage())
			.next(this.steps.archiveFeed())
			.next(this.steps.writeReport("planJob"))
			.end()
			.build();
	}

	private Job applyJob() {
		return new JobBuilder("applyJob", this.repository).start(this.steps.preflight())
			.next(this.steps.snapshotTenant())
			.next(this.steps.reviewPlan())
			.next(this.steps.limits())
			.next(this.steps.applyChanges())
			.next(this.steps.verifyChanges())
			.next(this.steps.measureCoverage())
			.next(this.steps.archiveFeed())
			.next(this.steps.removeOldFiles())
			.next(this.steps.writeReport("applyJob"))
			.build();
	}

	private Job undoJob() {
		return new JobBuilder("undoJob", this.repository).start(this.steps.preflight())
			.next(this.steps.snapshotTenant())
			.next(this.steps.planUndo())
			.next(this.steps.limits())
			.next(this.steps.applyChanges())
			.next(this.steps.verifyChanges())
			.next(this.steps.measureCoverage())
			.next(this.steps.removeOldFiles())
			.next(this.steps.writeReport("undoJob"))
			.build();
	}

	private Job verifyJob() {
		return new JobBuilder("verifyJob", this.repository).start(this.steps.preflight())
			.next(this.steps.snapshotTenant())
			.next(this.steps.measureCoverage())
			.next(this.steps.removeOldFiles())
			.next(this.steps.writeReport("verifyJob"))
			.build();
	}

	private Flow stageAndSnapshot() {
		return new FlowBuilder<SimpleFlow>("stageAndSnapshot").split(new SimpleAsyncTaskExecutor("step-"))
			.add(flow("stage", this.steps.stageRows()), flow("snapshot", this.steps.snapshotTenant()))
			.build();
	}

	private static Flow flow(String name, Step step) {
		return new FlowBuilder<SimpleFlow>(name).start(step).build();
	}

}
