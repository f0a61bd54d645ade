package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often one question is asked again, and for how long after the first answer: a turn
 * that was long in coming does not count.
 */
final class RetryBudget {

	private static final Duration FIRST = Duration.ofMillis(500);

	private static final Duration LONGEST = Duration.ofSeconds(60);

	private static final int ATTEMPTS = 8;

	private final Waiting waiting;

	private final Duration bound;

	private Instant end;

	private int attempts;

	RetryBudget(Waiting waiting, Duration bound) {
		this.waiting = waiting;
		this.bound = bound;
		this.end = waiting.now().plus(bound);
	}

	/** Counts one more attempt. */
	void attempted() {
		if (this.attempts == 0) {
			begin();
		}
		this.attempts++;
	}

	/** Starts anew, because something was gained. */
	void rewarded() {
		this.attempts = 0;
		begin();
	}

	private void begin() {
		this.end = this.waiting.now().plus(this.bound);
	}

	int attempts() {
		return this.attempts;
	}

	/**
	 * Whether another attempt is worth a wait.
	 * @param wait the wait before it
	 * @return {@code false} if the attempts or the time are used up
	 */
	boolean allows(Duration wait) {
		return this.attempts < ATTEMPTS && !this.waiting.now().plus(wait).isAfter(this.end);
	}

	/**
	 * The wait where the tenant named none: doubling, and spread out so that threads do
	 * not return together.
	 * @return half a second to a minute
	 */
	Duration backoff() {
		Duration whole = FIRST.multipliedBy(1L << Math.min(Math.max(this.attempts - 1, 0), 10));
		long millis = Math.min(whole.toMillis(), LONGEST.toMillis());
		return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
	}

}
