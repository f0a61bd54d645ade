package org.ssprprefill.job;

import java.time.LocalDateTime;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * What Spring Batch remembers of a run whose process is dead. It never starts a job again
 * that seems to be under way, or whose end could not be recorded because the database was
 * lost just then ({@code UNKNOWN}). But what was done is in the ledger, and every step
 * looks there; so both count as failed.
 */
final class StaleExecution {

	private StaleExecution() {
	}

	/**
	 * Makes a job ready to be started again.
	 * @param repository Spring Batch's memory
	 * @param job a job that no living process runs
	 */
	static void bury(JobRepository repository, JobInstance job) {
		JobExecution last = repository.getLastJobExecution(job);
		if (last == null) {
			// An instance whose first execution was not recorded is never started either
			repository.deleteJobInstance(job);
			return;
		}
		LocalDateTime now = LocalDateTime.now();
		for (StepExecution step : last.getStepExecutions()) {
			if (isOpen(step.getStatus())) {
				step.setStatus(BatchStatus.FAILED);
				step.setExitStatus(ExitStatus.FAILED);
				step.setEndTime(now);
				repository.update(step);
			}
		}
		if (isOpen(last.getStatus())) {
			last.setStatus(BatchStatus.FAILED);
			last.setExitStatus(ExitStatus.FAILED);
			last.setEndTime(now);
			repository.update(last);
		}
	}

	private static boolean isOpen(BatchStatus status) {
		return status.isRunning() || status == BatchStatus.UNKNOWN;
	}

}
