package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * Keeps the connection below its ceilings and keeps the promise made to a tenant that
 * said "retry after". The buckets are shallow, so that no second sees much more than the
 * ceiling. Every item of a JSON batch counts as a request (learn.microsoft.com,
 * graph/json-batching).
 */
final class Throttle {

	private static final int REPORTS_AT_ONCE = 5;

	private final Waiting waiting;

	private final Meter meter;

	private final Bucket requests;

	private final Bucket reports;

	private final Semaphore inFlight;

	private final Map<Family, Instant> blockedUntil = new EnumMap<>(Family.class);

	private final ReentrantLock lock = new ReentrantLock();

	Throttle(GraphSettings.Pace pace, Waiting waiting, Meter meter) {
		this.waiting = waiting;
		this.meter = meter;
		this.inFlight = new Semaphore(pace.inFlight(), true);
		int depth = Math.max(1, pace.requestsPerSecond() / 10);
		this.requests = bucket(depth, pace.requestsPerSecond(), Duration.ofSeconds(1));
		this.reports = bucket(REPORTS_AT_ONCE, REPORTS_AT_ONCE, Duration.ofSeconds(10));
	}

	private Bucket bucket(int depth, int tokens, Duration period) {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(depth).refillGreedy(tokens, period))
			.withCustomTimePrecision(new Ticks(this.waiting))
			.build();
	}

	/**
	 * Sends when the pace allows it.
	 * @param family the group of the request
	 * @param items how many requests it counts for
	 * @param send the exchange
	 * @return what the exchange returned
	 */
	<T> T pass(Family family, int items, Supplier<T> send) {
		this.inFlight.acquireUninterruptibly();
		try {
			waitForPromise(family);
			waitForPace(family, items);
			waitForPromise(family);
			return send.get();
		}
		finally {
			this.inFlight.release();
		}
	}

	/**
	 * Lets no request of a family pass before a time has gone by.
	 * @param family the family
	 * @param length what the tenant asked for
	 */
	void block(Family family, Duration length) {
		Instant until = this.waiting.now().plus(length);
		this.lock.lock();
		try {
			this.blockedUntil.merge(family, until, (one, other) -> one.isAfter(other) ? one : other);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void waitForPace(Family family, int items) {
		pause(this.requests.consumeIgnoringRateLimits(items));
		if (family == Family.REPORTS) {
			pause(this.reports.consumeIgnoringRateLimits(items));
		}
	}

	private void pause(long nanos) {
		if (nanos > 0) {
			this.waiting.pause(Duration.ofNanos(nanos));
		}
	}

	private void waitForPromise(Family family) {
		Duration left = left(family);
		while (left.compareTo(Duration.ZERO) > 0) {
			this.waiting.pause(left);
			this.meter.waited(left);
			left = left(family);
		}
	}

	private Duration left(Family family) {
		this.lock.lock();
		try {
			Instant until = this.blockedUntil.getOrDefault(family, Instant.MIN);
			Instant now = this.waiting.now();
			return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Bucket4j's clock. */
	private record Ticks(Waiting waiting) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			Instant now = this.waiting.now();
			return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
