package org.ssprprefill.job;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time in which a run works.
 *
 * @param timeOfDay the clock on the wall
 * @param counter nanoseconds that never run backwards
 * @param waiting how time passes while the run waits
 */
record RunClock(Clock timeOfDay, LongSupplier counter, Waiting waiting) {

	/** Real time, by that clock on the wall. */
	static RunClock real(Clock timeOfDay) {
		return new RunClock(timeOfDay, System::nanoTime, (stopped, length) -> {
			try {
				return stopped.await(length.toNanos(), TimeUnit.NANOSECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return true;
			}
		});
	}

	/** Lets time pass. */
	interface Waiting {

		/**
		 * Waits.
		 * @param stopped down once the run is asked to leave off
		 * @param length how long to wait at most
		 * @return whether the run was asked to leave off
		 */
		boolean isStoppedWithin(CountDownLatch stopped, Duration length);

	}

}
