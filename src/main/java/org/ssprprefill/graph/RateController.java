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

	/** Where a limit is looked for from below, in requests a second. */
	private static final double SLOWEST = 0.5;

	/** An exchange holds as much as this many seconds carry. */
	private static final double TOGETHER = 1;

	/** The shortest window that Microsoft counts in (graph/throttling-limits). */
	private static final double SHORTEST_WINDOW = 10;

	/** So few requests tell no rate. */
	private static final double REQUESTS = 20;

	private static final double BETWEEN_WARNINGS = 10;

	private final double ceiling;

	private RateEstimate estimate = RateEstimate.NONE;

	private boolean limited;

	private double blockedUntil = Double.NEGATIVE_INFINITY;

	private double tokens;

	private double filled;

	/** Seconds of sending since the last refusal. */
	private double sending;

	private final Tally tally = new Tally();

	private double window = SHORTEST_WINDOW;

	private int inVain;

	private double refusedFirst;

	private double lastWait;

	private double warned = Double.NEGATIVE_INFINITY;

	/**
	 * Creates a controller that knows of no limit.
	 * @param ceiling requests a second, never exceeded
	 */
	RateController(double ceiling) {
		this.ceiling = ceiling;
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
		if (!this.limited) {
			return this.ceiling;
		}
		double pace = (this.estimate.carried() > 0) ? this.estimate.after(this.sending)
				: SLOWEST * Math.pow(2, Math.max(0, now - this.blockedUntil));
		return Math.min(this.ceiling, pace);
	}

	/** How many of so many requests may leave together, once they may. */
	int together(int wanted, double now) {
		double most = Math.ceil(pace(Math.max(now, this.blockedUntil)) * TOGETHER);
		return (this.inVain > 0) ? 1 : (int) Math.max(1, Math.min(wanted, most));
	}

	/** The moment from which so many requests may leave together. */
	double readyAt(int requests, double now) {
		double promised = Math.max(now, this.blockedUntil);
		if (!this.limited) {
			return promised;
		}
		fill(now);
		double missing = requests - this.tokens;
		return (missing > 1e-9) ? Math.max(promised, now + missing / pace(now)) : promised;
	}

	/** So many requests leave. */
	void sent(int requests, double now) {
		if (this.limited) {
			fill(now);
			this.tokens -= requests;
			this.sending += requests / pace(now);
		}
	}

	/** During a wait a debt is paid, and nothing saved but a first request. */
	private void fill(double now) {
		double pace = pace(now);
		if (this.filled < this.blockedUntil) {
			double until = Math.min(now, this.blockedUntil);
			this.tokens = Math.min(1, this.tokens + Math.max(0, until - this.filled) * pace);
			this.filled = Math.max(this.filled, until);
		}
		double gained = Math.max(0, now - this.filled) * pace;
		this.tokens = Math.min(Math.max(1, 2 * TOGETHER * pace), this.tokens + gained);
		this.filled = Math.max(now, this.filled);
	}

	/**
	 * A request was not refused.
	 * @param sent when it left
	 */
	void accepted(double sent) {
		if (!this.limited) {
			return;
		}
		this.tally.accepted(sent, Math.max(this.window, REQUESTS / pace(sent)));
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
			this.tokens -= (this.estimate.carried() > 0) ? 1 : 0;
		}
		else {
			if (this.inVain == 0) {
				learn(now);
				this.refusedFirst = now;
			}
			this.tokens = Math.min(this.tokens, 0);
			this.inVain++;
		}
		block(now, now + Backoff.seconds(told, this.inVain - 1));
	}

	private void learn(double now) {
		double pace = pace(now);
		if (this.limited) {
			RateEstimate.Measurement seen = this.tally.until(now, pace, this.lastWait);
			boolean whole = seen.seconds() >= this.window || this.estimate.carried() == 0;
			this.estimate = whole ? this.estimate.learn(seen, this.window) : this.estimate.cut(seen);
			if (whole) {
				this.tally.begin(now);
			}
		}
		else {
			this.limited = true;
			this.tally.begin(now);
		}
		this.sending = 0;
		this.lastWait = 0;
		this.tokens = -1;
		this.filled = now;
	}

	private void block(double now, double until) {
		if (until <= this.blockedUntil) {
			return;
		}
		double longer = until - Math.max(now, this.blockedUntil);
		this.tally.waited(longer);
		this.lastWait += longer;
		this.blockedUntil = until;
		if (this.estimate.carried() == 0) {
			// How fast a debt is paid is not known, so the tenant's word counts
			this.tokens = 1;
			this.filled = until;
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
			this.filled = now;
			this.tally.begin(now);
			this.warned = now + BETWEEN_WARNINGS;
		}
	}

}
