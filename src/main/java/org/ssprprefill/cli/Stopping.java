package org.ssprprefill.cli;

import org.ssprprefill.job.RunContext;

/** Tells nights when to leave off. */
@FunctionalInterface
interface Stopping extends AutoCloseable {

	/** From now on it is for that night. */
	void concerns(RunContext context);

	/** No night is left. */
	@Override
	default void close() {
	}

}
