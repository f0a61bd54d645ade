package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A limit of so many requests in so much time that holds wherever the tenant begins to
 * count: a further request leaves only when the one that many before was answered that
 * long ago.
 */
final class SlidingWindow {

	private final int most;

	private final Duration length;

	private final Waiting waiting;

	private final Deque<Instant> answered = new ArrayDeque<>();

	SlidingWindow(int most, Duration length, Waiting waiting) {
		this.most = most;
		this.length = length;
		this.waiting = waiting;
	}

	/** Waits until another request may leave. */
	void await() {
		Duration wait = toWait();
		while (wait.compareTo(Duration.ZERO) > 0) {
			this.waiting.pause(wait);
			wait = toWait();
		}
	}

	private synchronized Duration toWait() {
		if (this.answered.size() < this.most) {
			return Duration.ZERO;
		}
		Duration left = Duration.between(this.waiting.now(), this.answered.getFirst().plus(this.length));
		return left.isNegative() ? Duration.ZERO : left;
	}

	/** A request was answered. */
	synchronized void answered() {
		if (this.answered.size() == this.most) {
			this.answered.removeFirst();
		}
		this.answered.addLast(this.waiting.now());
	}

}
