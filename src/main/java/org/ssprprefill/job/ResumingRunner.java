package org.ssprprefill.job;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.ssprprefill.database.DatabaseTrouble;
import org.ssprprefill.database.LeaseLostException;

/**
 * Runs a job to its end although the ledger's database restarts meanwhile: once it
 * answers again, the run is taken up under its id, exactly as the same command started
 * again would do. So whatever was in doubt is settled as after a crash.
 */
public final class ResumingRunner {

	/** A server that is lost more often needs an administrator. */
	private static final int MOST = 3;

	private final Supplier<RunContext> contexts;

	private final Consumer<String> progress;

	/**
	 * Creates a runner.
	 * @param contexts gives the same run, knowing nothing of how far it got
	 * @param progress receives plain lines
	 */
	public ResumingRunner(Supplier<RunContext> contexts, Consumer<String> progress) {
		this.contexts = contexts;
		this.progress = progress;
	}

	/**
	 * Runs it to its end, or as far as it gets.
	 * @return the report, and what went wrong if it did not get to its end
	 * @throws LeaseLostException if another run has taken over meanwhile
	 */
	public RunResult run() {
		for (int left = MOST;; left--) {
			RunContext context = this.contexts.get();
			try {
				RunResult result = new RunLauncher(context, this.progress).run();
				if (left == 0 || result.failure().filter((failure) -> goesOn(context, failure)).isEmpty()) {
					return result;
				}
			}
			catch (RuntimeException ex) {
				if (left == 0 || !goesOn(context, ex)) {
					throw ex;
				}
			}
			this.progress.accept("The ledger's database was lost and answers again; the run goes on");
		}
	}

	private static boolean goesOn(RunContext context, Throwable failure) {
		return !context.isStopping() && context.isHeld() && DatabaseTrouble.isLost(failure);
	}

}
