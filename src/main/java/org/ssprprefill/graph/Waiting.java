package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;

import org.ssprprefill.tenant.TenantUnavailableException;

/** Time, and the passing of it. Tests put in a clock that moves when it is waited for. */
interface Waiting {

	/**
	 * Waits.
	 * @param length how long
	 * @throws TenantUnavailableException if the thread is interrupted, or the program is
	 * to stop
	 */
	void pause(Duration length);

	/**
	 * The time.
	 * @return now
	 */
	default Instant now() {
		return Instant.now();
	}

	/**
	 * Asked before anything new begins.
	 * @throws TenantUnavailableException if the program is to stop
	 */
	default void goOn() {
		// Nothing stops the clock of a test
	}

	/** Ends every wait, now and later; nothing new begins. */
	default void stop() {
		// Nothing stops the clock of a test
	}

}
