package org.ssprprefill.job;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The jobs: which steps they take, and in which order. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(BatchJdbcAutoConfiguration.class)
class RunConfiguration {

	private final JobRepository repository;

	private final StepFactory steps;

	RunConfiguration(JobRepository repository, PlatformTransactionManager transactions, RunContext context,
			StepWatch watch) {
		this.repository = repository;
		this.steps = new StepFactory(repository, transactions, context, watch);
	}

	@Bean
	Job prepopulateJob() {
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

	@Bean
	Job planJob() {
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

	@Bean
	Job applyJob() {
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

	@Bean
	Job undoJob() {
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

	@Bean
	Job verifyJob() {
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
