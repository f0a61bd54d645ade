package org.ssprprefill.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.ssprprefill.job.RunContext;

/**
 * What a service manager sends to end the program (SIGTERM): what is in flight is
 * finished and everything is closed, so that nothing is left in doubt. Open it before
 * whatever must be closed.
 */
final class StopSignal implements Stopping {

	/** Service managers kill what has not ended after half a minute. */
	private static final long GRACE_SECONDS = 28;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final Thread hook = new Thread(this::received, "stop");

	private @Nullable RunContext context;

	private boolean received;

	private StopSignal() {
	}

	static StopSignal listen() {
		StopSignal signal = new StopSignal();
		Runtime.getRuntime().addShutdownHook(signal.hook);
		return signal;
	}

	/** From now on the signal is for that night. */
	@Override
	public synchronized void concerns(RunContext begun) {
		this.context = begun;
		if (this.received) {
			begun.stop();
		}
	}

	private void received() {
		stopNight();
		try {
			if (!this.closed.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
				LoggerFactory.getLogger(StopSignal.class)
					.warn("Not everything ended in {} seconds; start the same command again to go on.", GRACE_SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized void stopNight() {
		this.received = true;
		if (this.context != null) {
			this.context.stop();
		}
	}

	/** Everything is closed; the process may end. */
	@Override
	public void close() {
		this.closed.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			LoggerFactory.getLogger(StopSignal.class).debug("The program is being stopped", ex);
		}
	}

}
