package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * Keeps the connection below its ceilings, below the pace that each family has learned,
 * and keeps the promise made to a tenant that said "retry after". The bucket is shallow,
 * so that no second sees much more than the ceiling. Every item of a JSON batch counts as
 * a request (learn.microsoft.com, graph/json-batching).
 */
final class Throttle {

	private static final int REPORTS = 5;

	private static final Duration REPORTS_WINDOW = Duration.ofSeconds(10);

	private final Waiting waiting;

	private final Bucket requests;

	private final SlidingWindow reports;

	private final Map<Family, RequestFamilyLimiter> limiters = new EnumMap<>(Family.class);

	Throttle(GraphSettings.Pace pace, Waiting waiting, Meter meter) {
		this.waiting = waiting;
		int depth = Math.max(1, pace.requestsPerSecond() / 10);
		this.requests = Bucket.builder()
			.addLimit((limit) -> limit.capacity(depth).refillGreedy(pace.requestsPerSecond(), Duration.ofSeconds(1)))
			.withCustomTimePrecision(new Ticks(waiting))
			.build();
		this.reports = new SlidingWindow(REPORTS, REPORTS_WINDOW, waiting);
		Semaphore places = new Semaphore(pace.inFlight(), true);
		for (Family family : Family.values()) {
			int widest = (family == Family.REPORTS) ? 1 : pace.inFlight();
			this.limiters.put(family,
					new RequestFamilyLimiter(waiting, meter,
							new RateController(pace.requestsPerSecond(), family.slowest()),
							new SlowStart(family.beginsGently(), widest), places));
		}
	}

	/**
	 * One exchange that may leave now.
	 *
	 * @param <T> what it returns
	 */
	interface Exchange<T> {

		/**
		 * Sends.
		 * @param passage how many requests may go, and who hears what they are answered
		 * @return what came of it
		 */
		T send(Passage passage);

	}

	/**
	 * Sends when the pace allows it.
	 * @param family the group of the request
	 * @param items how many requests it would like to be, at least one
	 * @param exchange the exchange
	 * @return what the exchange returned
	 */
	<T> T pass(Family family, int items, Exchange<T> exchange) {
		this.waiting.goOn();
		RequestFamilyLimiter limiter = limiter(family);
		int granted = limiter.enter(items, (count) -> awaitCeiling(family, count));
		Passage passage = new Passage(family, granted);
		try {
			return exchange.send(passage);
		}
		finally {
			limiter.leave(granted, !passage.throttled);
			if (family == Family.REPORTS) {
				this.reports.answered();
			}
		}
	}

	private void awaitCeiling(Family family, int items) {
		if (family == Family.REPORTS) {
			this.reports.await();
		}
		long nanos = this.requests.consumeIgnoringRateLimits(items);
		if (nanos > 0) {
			this.waiting.pause(Duration.ofNanos(nanos));
		}
	}

	private RequestFamilyLimiter limiter(Family family) {
		return Objects.requireNonNull(this.limiters.get(family));
	}

	/** An exchange on its way. */
	final class Passage {

		private final Family family;

		private final int granted;

		private final double sent;

		private boolean throttled;

		private Passage(Family family, int granted) {
			this.family = family;
			this.granted = granted;
			this.sent = limiter(family).now();
		}

		/** How many requests may go. */
		int granted() {
			return this.granted;
		}

		/**
		 * Learns from the answer to one request. Where several are answered at once, what
		 * was accepted comes first.
		 */
		void answered(GraphResponse reply) {
			RequestFamilyLimiter limiter = limiter(this.family);
			reply.load().ifPresent((used) -> limiter.learn((law) -> law.warned(used, limiter.now())));
			if (reply.isThrottled()) {
				this.throttled = true;
				double told = reply.told().map(Passage::seconds).orElse(0.0);
				limiter.learn((law) -> law.refused(this.sent, limiter.now(), told));
			}
			else if (reply.status() > 0 && reply.status() < 500) {
				limiter.learn((law) -> law.accepted(this.sent));
			}
			reply.told().ifPresent((wait) -> keepPromise(seconds(wait)));
		}

		private void keepPromise(double wait) {
			Throttle.this.limiters.forEach((other, limiter) -> {
				if (other.sharesWaitsWith(this.family)) {
					limiter.learn((law) -> law.holdBack(limiter.now() + wait, limiter.now()));
				}
			});
		}

		private static double seconds(Duration length) {
			return length.toNanos() / 1e9;
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
