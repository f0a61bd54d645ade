package org.ssprprefill.graph;

/**
 * The control law of one family of requests: when how many may leave. It is pure: time is
 * given to it, in seconds of any clock that runs evenly, and it is not for several
 * threads. {@code src/docs/pace.md} is its page.
 *
 * <p>
 * A bucket mirrors the tenant's as the worst reading has it: a refused request is spent
 * (graph/throttling), so the debt is paid before anything else leaves.
 */
final class RateController {

	/** The shortest window that Microsoft counts in (graph/throttling-limits). */
	private static final double SHORTEST_WINDOW = 10;

	/** The longest: 3,000 writes in 150 seconds. */
	private static final double LONGEST_WINDOW = 150;

	/** Fewer tell of a hiccup rather than of five in ten seconds, with a reserve. */
	private static final int FEWEST = 4;

	private static final double BETWEEN_WARNINGS = 10;

	private final double ceiling;

	private final double slowest;

	private RateEstimate estimate = RateEstimate.NONE;

	private boolean limited;

	/** Accepted before a limit showed. */
	private long acceptedBefore;

	private double blockedUntil = Double.NEGATIVE_INFINITY;

	private final MirrorBucket bucket = new MirrorBucket();

	private final Tally tally = new Tally();

	/** Seconds of sending since the last refusal. */
	private double sending;

	private double window = SHORTEST_WINDOW;

	/** Refusals since anything was accepted. */
	private int inVain;

	private double refusedFirst;

	private double lastWait;

	private long lastRefused;

	private double warned = Double.NEGATIVE_INFINITY;

	/**
	 * Creates a controller that knows of no limit.
	 * @param ceiling requests a second, never exceeded
	 * @param slowest requests a second with which a limit is looked for from below
	 */
	RateController(double ceiling, double slowest) {
		this.ceiling = ceiling;
		this.slowest = slowest;
	}

	/** Nothing may leave before; a promise to the tenant. */
	double blockedUntil() {
		return this.blockedUntil;
	}

	/** Whether the tenant has shown a limit. */
	boolean isLimited() {
		return this.limited;
	}

	/** Requests a second. */
	double pace(double now) {
		double pace = !this.limited ? this.ceiling
				: (this.estimate.carried() > 0) ? this.estimate.after(this.sending) : fromBelow(now);
		return Math.min(this.ceiling, pace);
	}

	/**
	 * The pace as long as nothing is measured: a limit that let so many pass in a burst
	 * is not lower, and doubling each second finds it.
	 */
	private double fromBelow(double now) {
		double from = isFew() ? 0.95 * this.slowest : Math.max(this.slowest, this.acceptedBefore / LONGEST_WINDOW);
		double since = now - this.blockedUntil - (isFew() ? SHORTEST_WINDOW : 0);
		return from * Math.pow(2, Math.max(0, since));
	}

	/**
	 * So few passed that it may be five in ten seconds, which is measured a little below.
	 */
	private boolean isFew() {
		return this.acceptedBefore >= FEWEST && this.acceptedBefore < RateEstimate.REQUESTS;
	}

	/** How many of so many requests may leave together, once they may. */
	int together(int wanted, double now) {
		double pace = pace(Math.max(now, this.blockedUntil));
		double most = this.limited ? MirrorBucket.together(pace) : Math.ceil(pace);
		return (this.inVain > 1) ? 1 : (int) Math.max(1, Math.min(wanted, most));
	}

	/** The moment from which so many requests may leave together. */
	double readyAt(int requests, double now) {
		double promised = Math.max(now, this.blockedUntil);
		if (!this.limited) {
			return promised;
		}
		this.bucket.fill(now, pace(now), this.blockedUntil);
		double missing = this.bucket.missing(requests);
		return (missing > 0) ? Math.max(promised, now + missing / pace(now)) : promised;
	}

	/** So many requests leave. */
	void sent(int requests, double now) {
		if (this.limited) {
			this.bucket.fill(now, pace(now), this.blockedUntil);
			this.bucket.spend(requests);
			this.sending += requests / pace(now);
		}
	}

	/**
	 * A request was not refused.
	 * @param sent when it left
	 */
	void accepted(double sent) {
		if (!this.limited) {
			this.acceptedBefore++;
			return;
		}
		this.tally.accepted(sent, Math.max(this.window, RateEstimate.REQUESTS / pace(sent)));
		if (this.inVain > 0 && sent >= this.blockedUntil) {
			this.window = Math.max(this.window, sent - this.refusedFirst);
			this.inVain = 0;
		}
	}

	/**
	 * A request was refused. Those that left before the wait began belong to one refusal.
	 * @param sent when it left
	 * @param now when that was known
	 * @param told how many seconds the tenant asks to wait, 0 where it does not say
	 */
	void refused(double sent, double now, double told) {
		if (sent < this.blockedUntil) {
			this.bucket.spend((this.estimate.carried() > 0) ? 1 : 0);
		}
		else {
			if (this.inVain == 0) {
				learn(now);
				this.refusedFirst = now;
			}
			this.bucket.empty();
			this.inVain++;
		}
		this.lastRefused++;
		block(now, now + Backoff.seconds(told, this.inVain - 1));
	}

	private void learn(double now) {
		double pace = pace(now);
		if (this.limited) {
			RateEstimate.Measurement seen = this.tally.until(now, pace,
					new RateEstimate.Cost(this.lastRefused, this.lastWait));
			boolean whole = seen.seconds() >= this.window || this.estimate.carried() == 0;
			this.estimate = whole ? this.estimate.learn(seen, this.window) : this.estimate.cut(seen);
			if (whole) {
				this.tally.begin(now);
			}
		}
		else {
			this.limited = true;
			this.tally.begin(now);
			// A bucket gives a burst besides its rate and a window within it
			this.tally.count(isFew() ? this.acceptedBefore / 2.0 : 0);
		}
		this.sending = 0;
		this.lastWait = 0;
		this.lastRefused = 0;
		this.bucket.hold(-1, now);
	}

	private void block(double now, double until) {
		if (until <= this.blockedUntil) {
			return;
		}
		this.tally.waited(until - Math.max(now, this.blockedUntil));
		this.lastWait += until - Math.max(now, this.blockedUntil);
		this.blockedUntil = until;
		if (this.estimate.carried() == 0) {
			// How fast a debt is paid is not known, so the tenant's word counts
			this.bucket.hold(1, until);
		}
	}

	/** Keeps a promise made for another family, which tells nothing of this limit. */
	void holdBack(double until, double now) {
		if (until > Math.max(now, this.blockedUntil)) {
			this.tally.idled(until - Math.max(now, this.blockedUntil));
			this.blockedUntil = until;
		}
	}

	/** Nothing wanted to leave for so many seconds. */
	void idled(double seconds) {
		this.tally.idled(seconds);
	}

	/**
	 * An answer told how much of the limit is used
	 * ({@code x-ms-throttle-limit-percentage}); above 1 the pace goes down at once.
	 */
	void warned(double used, double now) {
		if (used > 1 && now >= this.warned) {
			this.estimate = RateEstimate.of(pace(now) / used, this.window);
			this.limited = true;
			this.sending = 0;
			this.bucket.hold(0, now);
			this.tally.begin(now);
			this.warned = now + BETWEEN_WARNINGS;
		}
	}

}
