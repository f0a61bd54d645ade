package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;

import org.ssprprefill.tenant.TenantUnavailableException;

/** Time, and the passing of it. Tests put in a clock that moves when it is waited for. */
interface Waiting {

	/** The machine's own clock. */
	Waiting REAL = Waiting::sleep;

	/**
	 * Waits.
	 * @param length how long
	 * @throws TenantUnavailableException if the thread is interrupted
	 */
	void pause(Duration length);

	/**
	 * The time.
	 * @return now
	 */
	default Instant now() {
		return Instant.now();
	}

	private static void sleep(Duration length) {
		try {
			Thread.sleep(length.toMillis(), length.toNanosPart() % 1_000_000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new TenantUnavailableException("The program was stopped while it waited for the tenant.");
		}
	}

}
