package org.ssprprefill.job;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.ssprprefill.database.LeaseLostException;
import org.ssprprefill.doctor.AuditChecks;
import org.ssprprefill.ledger.RunDocuments.Document;
import org.ssprprefill.report.Assembly;
import org.ssprprefill.report.JsonReportWriter;
import org.ssprprefill.report.ReportWriter;
import org.ssprprefill.report.RunReport;
import org.ssprprefill.report.RunStatus;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.vault.AlteredLedgerException;

/**
 * Runs a job on Spring Batch. A run whose process died is recovered and goes on under its
 * own id; a run that is over is never begun again.
 */
public final class RunLauncher {

	private final RunContext work;

	private final Consumer<String> progress;

	/**
	 * Creates a runner.
	 * @param work the run
	 * @param progress receives a plain line whenever a step has ended
	 */
	public RunLauncher(RunContext work, Consumer<String> progress) {
		this.work = work;
		this.progress = progress;
	}

	/**
	 * Runs it to its end, or as far as it gets.
	 * @return the report, and what went wrong if it did not get to its end
	 * @throws LeaseLostException if another run has taken over meanwhile
	 */
	public RunResult run() {
		if (isOver()) {
			return new RunResult(report(), Optional.empty());
		}
		PlatformTransactionManager transactions = this.work.ledger().transactions();
		JobRepository repository = BatchMemory.repository(this.work.ledger().dataSource(), transactions);
		StepWatch watch = new StepWatch(this.work, this.progress);
		Job job = new RunJobs(repository, new StepFactory(repository, transactions, this.work, watch))
			.of(this.work.run().mode());
		JobExecution execution = execute(repository, job);
		// Once the ledger has the end, only Spring Batch's own notes can be missing
		boolean whole = execution.getStatus() == BatchStatus.COMPLETED || (this.work.isHeld() && isOver());
		this.work.keepTraffic();
		if (whole) {
			return new RunResult(report(), Optional.empty());
		}
		return failed(execution, new StepTimes(repository, job.getName(), parameters(this.work)));
	}

	private JobExecution execute(JobRepository repository, Job job) {
		JobParameters parameters = parameters(this.work);
		JobInstance known = repository.getJobInstance(job.getName(), parameters);
		if (known != null) {
			StaleExecution.bury(repository, known);
		}
		try {
			return BatchMemory.operator(repository).start(job, parameters);
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException(
					"Spring Batch would not take up run " + this.work.runId() + ": " + ex.getMessage(), ex);
		}
	}

	static JobParameters parameters(RunContext work) {
		RunRecord run = work.run();
		return new JobParametersBuilder().addString("job", run.job()).addString("run", run.id()).toJobParameters();
	}

	private boolean isOver() {
		return this.work.run().finishedAt().isPresent();
	}

	private RunReport report() {
		return new JsonReportWriter()
			.read(this.work.ledger().papers().read(this.work.runId(), Document.REPORT).orElseThrow());
	}

	private RunResult failed(JobExecution execution, StepTimes times) {
		Throwable failure = execution.getAllFailureExceptions()
			.stream()
			.findFirst()
			.orElseGet(() -> new IllegalStateException("Spring Batch ended the run as " + execution.getStatus()));
		// Whatever a stop breaks off on its way is no news of its own
		Throwable cause = (this.work.isStopping() && ending(failure) == RunStatus.FAILED)
				? new RunStoppedException("Stopped on request; start the same command again to go on.") : failure;
		RunStatus ending = ending(cause);
		RunReport report = new Assembly(this.work.ledger(), this.work.run()).brokenOff(ending, times.soFar());
		try {
			new ReportWriter(this.work.ledger().reports(), this.work.definition().report()).write(report);
		}
		catch (UncheckedIOException ex) {
			// Told beside the cause, which may be that very obstacle
			cause.addSuppressed(ex);
		}
		if (ending == RunStatus.REFUSED && !(cause instanceof RunStoppedException)) {
			new InterruptedRun(this.work.ledger(), this.work.run()).end(ending, this.work.clock().instant());
		}
		return new RunResult(report, Optional.of(cause));
	}

	/** What was planned from an altered ledger is not tried again. */
	private RunStatus ending(Throwable cause) {
		if (cause instanceof AlteredLedgerException altered) {
			this.work.answer(AuditChecks.altered(altered.found()));
			return this.work.run().writing() ? RunStatus.FAILED : RunStatus.REFUSED;
		}
		return (cause instanceof RunStoppedException left) ? left.ending() : RunStatus.FAILED;
	}

}
