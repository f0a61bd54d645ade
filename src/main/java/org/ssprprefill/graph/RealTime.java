package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.ssprprefill.tenant.TenantUnavailableException;

/**
 * The machine's own clock, until the program is to stop. A clock that is set while a wait
 * is promised neither shortens it nor draws it out.
 */
final class RealTime implements Waiting {

	private final InstantSource clock;

	private final Instant begun;

	private final long begunNanos = System.nanoTime();

	private final CountDownLatch stopped = new CountDownLatch(1);

	RealTime(InstantSource clock) {
		this.clock = clock;
		this.begun = clock.instant();
	}

	@Override
	public Instant now() {
		return this.begun.plusNanos(System.nanoTime() - this.begunNanos);
	}

	@Override
	public Instant clock() {
		return this.clock.instant();
	}

	@Override
	public void pause(Duration length) {
		try {
			if (this.stopped.await(length.toNanos(), TimeUnit.NANOSECONDS)) {
				throw stopping();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw stopping();
		}
	}

	@Override
	public void goOn() {
		if (this.stopped.getCount() == 0) {
			throw stopping();
		}
	}

	@Override
	public void stop() {
		this.stopped.countDown();
	}

	private static TenantUnavailableException stopping() {
		return new TenantUnavailableException(
				"Stopped on request; start the same command again to go on where it was.");
	}

}
