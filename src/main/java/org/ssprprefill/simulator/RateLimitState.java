package org.ssprprefill.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.ssprprefill.simulator.RateLimit.Shape;

/**
 * How much of a {@link RateLimit} is used. Beyond the limit lies a debt of up to 0.8
 * times of it, as {@code x-ms-throttle-limit-percentage} has it (graph/throttling-limits:
 * 0.8 to 1.8).
 */
public final class RateLimitState {

	private static final double MOST_USED = 1.8;

	private final RateLimit limit;

	private final double length;

	private final Deque<Use> uses = new ArrayDeque<>();

	private double used;

	private double servedOthers;

	private @Nullable Instant begun;

	private double now;

	/** What was used when; only a sliding window has to know. */
	private record Use(double at, double amount) {
	}

	/**
	 * Begins with nothing used; the first request begins the time.
	 * @param limit the limit
	 */
	public RateLimitState(RateLimit limit) {
		this.limit = limit;
		this.length = limit.window().toNanos() / 1e9;
	}

	/**
	 * Judges a request.
	 * @param amount what it costs
	 * @param low whether it says {@code x-ms-throttle-priority: Low}
	 * @param at when it arrives, not before the one before
	 * @return nothing where it is served; else its {@code Retry-After}, empty for none
	 */
	public synchronized Optional<String> take(int amount, boolean low, Instant at) {
		if (this.begun == null) {
			this.begun = at;
		}
		advance(Duration.between(this.begun, at).toNanos() / 1e9);
		double room = this.limit.most() * (low ? 1 - this.limit.reserved() / 100.0 : 1) - amount;
		if (this.used <= room + 1e-9) {
			use(amount);
			return Optional.empty();
		}
		if (this.limit.refusedCount()) {
			use(Math.min(amount, this.limit.most() * MOST_USED - this.used));
		}
		Duration left = Duration.ofNanos((long) Math.ceil(until(room) * 1e9) + 1);
		return Optional.of(this.limit.style().header(left).orElse(""));
	}

	/** How much other applications were served so far. */
	public synchronized double servedOthers() {
		return this.servedOthers;
	}

	/** In steps, because what others use and what is forgotten depend on each other. */
	private void advance(double to) {
		while (this.now < to) {
			double from = this.now;
			this.now = Math.min(from + this.length / 50, to);
			double step = this.now - from;
			forget(from, step);
			double share = this.limit.others().share(this.now);
			double wanted = share * this.limit.perSecond() * step;
			double served = Math.min(wanted, Math.max(0, this.limit.most() - this.used));
			if (served > 0) {
				use(served);
				this.servedOthers += served;
			}
		}
	}

	private void forget(double from, double step) {
		if (this.limit.shape() == Shape.BUCKET) {
			this.used = Math.max(0, this.used - this.limit.perSecond() * step);
		}
		else if (this.limit.shape() == Shape.FIXED_WINDOW) {
			boolean turned = Math.floor(this.now / this.length) > Math.floor(from / this.length);
			this.used = turned ? Math.max(0, this.used - this.limit.most()) : this.used;
		}
		else {
			while (!this.uses.isEmpty() && this.uses.getFirst().at() + this.length <= this.now) {
				this.used = Math.max(0, this.used - this.uses.removeFirst().amount());
			}
		}
	}

	private void use(double amount) {
		this.used += amount;
		if (this.limit.shape() == Shape.SLIDING_WINDOW && amount > 0) {
			this.uses.addLast(new Use(this.now, amount));
		}
	}

	/** Seconds until no more than that is used. */
	private double until(double room) {
		double excess = this.used - room;
		if (this.limit.shape() == Shape.BUCKET) {
			return excess / this.limit.perSecond();
		}
		if (this.limit.shape() == Shape.FIXED_WINDOW) {
			double turns = Math.max(1, Math.ceil(excess / this.limit.most()));
			return (Math.floor(this.now / this.length) + turns) * this.length - this.now;
		}
		for (Use use : this.uses) {
			excess -= use.amount();
			if (excess <= 1e-9) {
				return use.at() + this.length - this.now;
			}
		}
		return this.length;
	}

}
