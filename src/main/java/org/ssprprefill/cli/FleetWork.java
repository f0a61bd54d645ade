package org.ssprprefill.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.slf4j.LoggerFactory;
import org.ssprprefill.fleet.NightEnd;
import org.ssprprefill.fleet.NightOutcome;
import org.ssprprefill.fleet.TenantNight;
import org.ssprprefill.fleet.Worker;
import org.ssprprefill.fleet.WorkerRefusedException;
import org.ssprprefill.fleet.WorkerTimes;

/** A worker in this process, which the service manager may end (SIGTERM). */
final class FleetWork {

	/** Service managers kill what has not ended after half a minute. */
	private static final long GRACE_SECONDS = 29;

	private FleetWork() {
	}

	/** Lets a worker take nights for as long as the wait lasts, or until the signal. */
	static void work(FleetFile.Opened opened, Console console, Consumer<Worker> wait) {
		CountDownLatch closed = new CountDownLatch(1);
		try (Worker worker = new Worker(opened.fleet(), opened.nights(), opened.night(),
				(night, end, outcome) -> console.progress(line(night, end, outcome)), WorkerTimes.usual(),
				opened.clock())) {
			Thread hook = new Thread(() -> drain(worker, closed), "stop");
			Runtime.getRuntime().addShutdownHook(hook);
			worker.start();
			wait.accept(worker);
			worker.close();
			forget(hook);
		}
		catch (WorkerRefusedException ex) {
			throw new Refusal(ExitCode.FAILED, String.valueOf(ex.getMessage()));
		}
		finally {
			closed.countDown();
		}
	}

	private static String line(TenantNight night, NightEnd end, NightOutcome outcome) {
		String again = (outcome == NightOutcome.WAITING) ? "again later (exit " + end.exitCode() + ")" : outcome.word();
		return night.name() + ": " + again + end.reason().map((reason) -> ". " + reason).orElse("");
	}

	private static void drain(Worker worker, CountDownLatch closed) {
		worker.stop();
		try {
			if (!closed.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
				LoggerFactory.getLogger(FleetWork.class)
					.warn("Not every night left off in {} seconds; another worker goes on with them.", GRACE_SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void forget(Thread hook) {
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (IllegalStateException ex) {
			LoggerFactory.getLogger(FleetWork.class).debug("The program is being stopped", ex);
		}
	}

}
