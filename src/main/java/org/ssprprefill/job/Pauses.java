package org.ssprprefill.job;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits in real time. */
final class Pauses {

	private Pauses() {
	}

	static void pause(Duration duration) {
		try {
			TimeUnit.NANOSECONDS.sleep(duration.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Stopped while waiting for the tenant; start the same command again.");
		}
	}

}
