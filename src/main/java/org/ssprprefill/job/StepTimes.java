package org.ssprprefill.job;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.ssprprefill.report.StepLine;

/**
 * What the steps of a run took, all its processes together, as Spring Batch recorded it.
 */
final class StepTimes {

	private final JobRepository repository;

	private final String job;

	private final JobParameters parameters;

	StepTimes(JobRepository repository, String job, JobParameters parameters) {
		this.repository = repository;
		this.job = job;
		this.parameters = parameters;
	}

	List<StepLine> soFar() {
		Map<String, StepLine> lines = new LinkedHashMap<>();
		JobInstance instance = this.repository.getJobInstance(this.job, this.parameters);
		if (instance == null) {
			return List.of();
		}
		List<JobExecution> executions = this.repository.getJobExecutions(instance);
		for (int index = executions.size() - 1; index >= 0; index--) {
			for (StepExecution step : executions.get(index).getStepExecutions()) {
				lines.merge(step.getStepName(), line(step), StepTimes::sum);
			}
		}
		return List.copyOf(lines.values());
	}

	private static StepLine line(StepExecution step) {
		LocalDateTime start = Optional.ofNullable(step.getStartTime()).orElseGet(step::getCreateTime);
		LocalDateTime end = Optional.ofNullable(step.getEndTime()).orElseGet(LocalDateTime::now);
		double seconds = Math.max(0, Duration.between(start, end).toMillis()) / 1000.0;
		return new StepLine(step.getStepName(), seconds, step.getWriteCount());
	}

	private static StepLine sum(StepLine first, StepLine second) {
		return new StepLine(first.name(), first.seconds() + second.seconds(), first.items() + second.items());
	}

}
