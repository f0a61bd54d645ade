package org.ssprprefill.cli;

import org.ssprprefill.job.RunResult;

/** Whose job it is that runs: its own, or a fleet's, which keeps an eye on it. */
interface JobOwner {

	/** A job of its own. */
	JobOwner ITSELF = new JobOwner() {
	};

	/**
	 * Asks to work on a tenant, whose lease is held.
	 * @param tenant the tenant's key in the ledger
	 * @throws Refusal if the tenant belongs elsewhere, or is in work there
	 */
	default void claims(String tenant) {
	}

	/** Is given each run's result. */
	default void ended(RunResult result) {
	}

}
