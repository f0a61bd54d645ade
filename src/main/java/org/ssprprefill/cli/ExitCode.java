package org.ssprprefill.cli;

/**
 * The exit codes; schedulers rely on them. Codes 1, 3, 4, 5, 7 and 8 are how a run ended,
 * see {@link org.ssprprefill.report.RunStatus}.
 */
public final class ExitCode {

	/** Done; nothing needs attention. */
	public static final int DONE = 0;

	/** Failed; started again it goes on where it was. */
	public static final int FAILED = 1;

	/** Wrong usage or job definition: nothing was touched. */
	public static final int USAGE = 2;

	/** Held by a limit: nothing was written. */
	public static final int HELD = 3;

	/** Another run of this job is active. */
	public static final int BUSY = 6;

	/** Preflight failed: nothing was written. */
	public static final int REFUSED = 7;

	private ExitCode() {
	}

}
