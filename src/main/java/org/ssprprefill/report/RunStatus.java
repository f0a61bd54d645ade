package org.ssprprefill.report;

import java.util.Arrays;
import java.util.List;

import org.ssprprefill.report.RunSection.Outcome;

/**
 * How a run ends, in the order in which one ending outranks another; see the exit codes
 * in the README.
 */
public enum RunStatus {

	/** It failed; started again it goes on where it was. */
	FAILED(1, Outcome.FAILED),

	/** Preflight failed: nothing was written. */
	REFUSED(7, Outcome.REFUSED),

	/** A limit holds it: nothing was written. */
	HELD(3, Outcome.HELD),

	/** Read-back found a written method missing or different, or could not tell. */
	NOT_CONFIRMED(5, Outcome.ATTENTION),

	/** Rows, files or changes were rejected, or the feed is stale. */
	REJECTED(4, Outcome.ATTENTION),

	/** Coverage is under its target. */
	BELOW_TARGET(8, Outcome.ATTENTION),

	/** Done; nothing needs attention. */
	DONE(0, Outcome.DONE);

	private final int exitCode;

	private final Outcome outcome;

	RunStatus(int exitCode, Outcome outcome) {
		this.exitCode = exitCode;
		this.outcome = outcome;
	}

	/**
	 * The exit code.
	 * @return 0, 1, 3, 4, 5, 7 or 8
	 */
	public int exitCode() {
		return this.exitCode;
	}

	/**
	 * The word of the report.
	 * @return the outcome
	 */
	public Outcome outcome() {
		return this.outcome;
	}

	/**
	 * The exit code of a command that worked on more than one run.
	 * @param first the exit code of a run
	 * @param second the exit code of another
	 * @return the one that outranks the other
	 * @throws IllegalArgumentException if either is not how a run ends
	 */
	public static int outranking(int first, int second) {
		RunStatus one = of(first);
		return (one.compareTo(of(second)) <= 0) ? first : second;
	}

	/**
	 * The ending behind an exit code.
	 * @param exitCode 0, 1, 3, 4, 5, 7 or 8
	 * @return the ending
	 * @throws IllegalArgumentException if no run ends with it
	 */
	public static RunStatus of(int exitCode) {
		return Arrays.stream(values())
			.filter((ending) -> ending.exitCode == exitCode)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No run ends with exit code " + exitCode));
	}

	/**
	 * The ending that a report's own figures call for.
	 * @param report the report
	 * @param refused whether a check that guards writing failed
	 * @param held whether a limit holds the plan
	 * @param belowTarget whether coverage is under its target
	 * @return the highest ranking ending
	 */
	static RunStatus of(RunReport report, boolean refused, boolean held, boolean belowTarget) {
		OutcomeSection outcomes = report.outcomes();
		boolean notConfirmed = outcomes.drifted().total() + outcomes.missing().total() + outcomes.unknown().total() > 0;
		boolean rejected = outcomes.rejected().total() > 0 || report.feed().stale() || report.feed().rejectsSomething();
		List<RunStatus> endings = List.of(refused ? REFUSED : DONE, held ? HELD : DONE,
				notConfirmed ? NOT_CONFIRMED : DONE, rejected ? REJECTED : DONE, belowTarget ? BELOW_TARGET : DONE);
		return endings.stream().min(RunStatus::compareTo).orElse(DONE);
	}

}
