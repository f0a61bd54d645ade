package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The pace of one family, learned from what its requests are answered (graph/throttling):
 * 429 and 503, {@code Retry-After}, and {@code x-ms-throttle-limit-percentage}. What is
 * concluded is {@link Belief}'s matter; here is what has been seen.
 */
final class Rate {

	private static final Duration BETWEEN_WARNINGS = Duration.ofSeconds(10);

	private static final double MOMENT = 1;

	/** Half of the shortest time that Microsoft counts a limit in. */
	private static final double HALF_WINDOW = 5;

	private final double ceiling;

	private Belief belief;

	/** What was believed before the present series of refusals. */
	private Belief former;

	private double formerPace;

	private double busy;

	private Instant grows;

	private Instant begun;

	private Instant blockedUntil = Instant.EPOCH;

	private Instant warned = Instant.MIN;

	private long accepted;

	private long acceptedSince;

	private double lastWait;

	private int refusedInRow;

	private int afresh = 1;

	/**
	 * Creates a pace.
	 * @param ceiling requests a second, never exceeded
	 * @param now when it begins
	 */
	Rate(double ceiling, Instant now) {
		this.ceiling = ceiling;
		this.belief = Belief.innocent(ceiling);
		this.former = this.belief;
		this.formerPace = ceiling;
		this.grows = now;
		this.begun = now;
	}

	/** Requests a second. */
	double at(Instant now) {
		return this.belief.after(seconds(this.grows, now), this.ceiling);
	}

	/** Whether a tenant has slowed us down. */
	boolean isSlowed(Instant now) {
		return at(now) < this.ceiling;
	}

	/** Nothing may be sent before; a promise to the tenant. */
	Instant blockedUntil() {
		return this.blockedUntil;
	}

	/** How many requests may leave together: a second's worth, one after two refusals. */
	int together(Instant now) {
		boolean doubtful = this.refusedInRow > 1
				&& (this.acceptedSince == 0 || seconds(this.blockedUntil, now) < MOMENT);
		return doubtful ? 1 : (int) Math.max(1, Math.min(at(now), Integer.MAX_VALUE));
	}

	/**
	 * How many may leave together after a throttle: what half of its time has carried.
	 */
	int afresh() {
		return this.afresh;
	}

	/** Time in which nobody wanted to send says nothing about a limit. */
	void idled(Instant from, Instant to) {
		Instant start = from.isAfter(this.blockedUntil) ? from : this.blockedUntil;
		if (to.isAfter(start)) {
			Instant counted = this.begun.isAfter(this.blockedUntil) ? this.begun : this.blockedUntil;
			Instant since = (this.refusedInRow > 0) ? counted : this.begun;
			this.begun = since.plus(Duration.between(start, to));
		}
	}

	/**
	 * A request was not throttled.
	 * @param sent when it left
	 */
	void accepted(Instant sent) {
		if (!sent.isBefore(this.blockedUntil)) {
			this.acceptedSince++;
		}
	}

	/**
	 * A request was throttled.
	 * @param sent when it left
	 * @param now when that was known
	 * @param told how long the tenant asks to wait, if it does
	 */
	void throttled(Instant sent, Instant now, Optional<Duration> told) {
		if (sent.isBefore(this.blockedUntil)) {
			// Others of the same moment: one refusal, and the longest wait counts
			told.ifPresent((wait) -> block(now.plus(wait)));
			return;
		}
		if (isStillTheSame(sent)) {
			this.accepted += this.acceptedSince;
			this.refusedInRow++;
		}
		else {
			begin(now);
		}
		this.acceptedSince = 0;
		Duration wait = told.orElseGet(() -> OwnWait.after(this.refusedInRow));
		this.lastWait = seconds(now, now.plus(wait));
		block(now.plus(wait));
		double took = Math.max(seconds(this.begun, this.blockedUntil), 0.001);
		double carried = this.accepted / took;
		this.afresh = told.isPresent() ? (int) Math.max(1, carried * HALF_WINDOW) : 1;
		this.belief = this.former.learn(this.formerPace, this.busy, carried);
		this.grows = this.blockedUntil;
	}

	/**
	 * A limit that opens bit by bit refuses several times in a moment, and only all of
	 * that together tells what it carries.
	 */
	private boolean isStillTheSame(Instant sent) {
		boolean shortly = this.lastWait < MOMENT && seconds(this.blockedUntil, sent) < MOMENT;
		return this.refusedInRow > 0 && (this.acceptedSince == 0 || shortly);
	}

	private void begin(Instant now) {
		if (this.refusedInRow > 0) {
			this.begun = this.begun.isAfter(this.blockedUntil) ? this.begun : this.blockedUntil;
		}
		this.accepted = this.acceptedSince;
		this.former = this.belief;
		this.formerPace = at(now);
		this.busy = seconds(this.begun, now);
		this.refusedInRow = 1;
	}

	private void block(Instant until) {
		if (until.isAfter(this.blockedUntil)) {
			this.blockedUntil = until;
			this.grows = until;
		}
	}

	/**
	 * Keeps a promise made for a neighbouring limit, which tells nothing of ours.
	 * @param until nothing may be sent before
	 * @param now when that was known
	 */
	void holdBack(Instant until, Instant now) {
		Instant from = now.isAfter(this.blockedUntil) ? now : this.blockedUntil;
		if (until.isAfter(from)) {
			this.begun = this.begun.plus(Duration.between(from, until));
			this.blockedUntil = until;
		}
	}

	/**
	 * An answer told how much of the limit is used; told from 0.8 on.
	 * @param used above 1 where the limit is passed
	 * @param now when that was known
	 */
	void warned(double used, Instant now) {
		if (used >= 0.8 && !now.isBefore(this.warned)) {
			this.belief = this.belief.warned(at(now), used);
			this.grows = now;
			this.warned = now.plus(BETWEEN_WARNINGS);
		}
	}

	private static double seconds(Instant from, Instant to) {
		return Duration.between(from, to).toNanos() / 1e9;
	}

}
