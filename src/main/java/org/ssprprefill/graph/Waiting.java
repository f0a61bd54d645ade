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
	 * The time, for measuring how long something takes. Unlike {@link #clock()} it passes
	 * evenly, where that can be had.
	 * @return now
	 */
	default Instant now() {
		return Instant.now();
	}

	/**
	 * What the machine's clock shows, for comparing with what others say.
	 * @return now, if that clock is right
	 */
	default Instant clock() {
		return now();
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
