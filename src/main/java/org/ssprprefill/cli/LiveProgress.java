package org.ssprprefill.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.ChangeCount;
import org.ssprprefill.ledger.Ledger;

/**
 * A bar with rate and remaining time while changes are applied and read back, on a
 * terminal only. It reads the ledger, so that it never says more than was committed.
 */
final class LiveProgress implements AutoCloseable {

	private static final int WIDTH = 24;

	private final Console console;

	private final Ledger ledger;

	private final String run;

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	private long began;

	/** What was done when the clock began to run, so that it counts for no rate. */
	private long doneBefore;

	private LiveProgress(Console console, Ledger ledger, String run) {
		this.console = console;
		this.ledger = ledger;
		this.run = run;
	}

	static LiveProgress of(Console console, Ledger ledger, String run) {
		LiveProgress progress = new LiveProgress(console, ledger, run);
		if (console.isWatched()) {
			progress.clock.scheduleWithFixedDelay(progress::draw, 500, 500, TimeUnit.MILLISECONDS);
		}
		return progress;
	}

	private void draw() {
		List<ChangeCount> counts = this.ledger.figures().changes(this.run);
		long all = amount(counts, (state) -> true);
		long left = amount(counts, (state) -> !state.isFinal());
		long waiting = amount(counts, (state) -> state == ChangeState.PLANNED);
		boolean begun = waiting < all;
		if (begun && left > 0) {
			if (this.began == 0) {
				this.began = System.nanoTime();
				this.doneBefore = all - waiting;
			}
			this.console.live(line(all, waiting));
		}
	}

	private String line(long all, long waiting) {
		long done = all - waiting;
		int filled = (int) (WIDTH * done / all);
		String bar = "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
		if (waiting == 0) {
			return String.format(Locale.ROOT, "%s %,d changes sent, reading back", bar, all);
		}
		double elapsed = (System.nanoTime() - this.began) / 1e9;
		if (elapsed < 1 || done == this.doneBefore) {
			return String.format(Locale.ROOT, "%s %,d of %,d changes", bar, done, all);
		}
		double rate = (done - this.doneBefore) / elapsed;
		return String.format(Locale.ROOT, "%s %,d of %,d changes, %.0f/s, %s left", bar, done, all, rate,
				remaining(Math.round(waiting / rate)));
	}

	/** No more precise than a guess can be. */
	static String remaining(long seconds) {
		if (seconds < 90) {
			return seconds + " s";
		}
		long minutes = (seconds + 30) / 60;
		return (minutes < 90) ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
	}

	private static long amount(List<ChangeCount> counts, Predicate<ChangeState> states) {
		return counts.stream().filter((count) -> states.test(count.state())).mapToLong(ChangeCount::amount).sum();
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
	}

}
