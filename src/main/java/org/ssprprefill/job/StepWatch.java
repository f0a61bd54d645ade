package org.ssprprefill.job;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.ssprprefill.report.StepLine;

/**
 * Begins no step once another run may write to the tenant, says in one plain line what
 * each step did, and keeps what the tenant was asked so far.
 */
final class StepWatch implements StepExecutionListener {

	private final RunContext context;

	private final Consumer<String> progress;

	StepWatch(RunContext context, Consumer<String> progress) {
		this.context = context;
		this.progress = progress;
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.context.ledger().lease().requireHeld();
	}

	@Override
	public ExitStatus afterStep(StepExecution step) {
		this.context.keepTraffic();
		LocalDateTime start = Optional.ofNullable(step.getStartTime()).orElseGet(LocalDateTime::now);
		double seconds = Duration.between(start, LocalDateTime.now()).toMillis() / 1000.0;
		StepLine line = new StepLine(step.getStepName(), seconds, step.getWriteCount());
		boolean completed = step.getExitStatus().getExitCode().equals(ExitStatus.COMPLETED.getExitCode());
		this.progress.accept(String.format(Locale.ROOT, "%-20s %,9d  %6.1f s%s", line.words(), line.items(), seconds,
				completed ? "" : "  " + step.getExitStatus().getExitCode().toLowerCase(Locale.ROOT)));
		return step.getExitStatus();
	}

}
