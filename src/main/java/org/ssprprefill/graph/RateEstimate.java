package org.ssprprefill.graph;

/**
 * What is believed of a limit that Graph does not tell, and how the pace moves about it,
 * in requests a second. {@code src/docs/pace.md} says why.
 *
 * @param low where the pace begins after a refusal
 * @param high where it has come to a stretch later
 * @param stretch seconds of sending from the one to the other
 * @param carried what the limit carried when it was measured last; 0 if it never was
 * @param window seconds that the limit counts in, or the longest that it may
 */
record RateEstimate(double low, double high, double stretch, double carried, double window) {

	/** Before anything was measured. */
	static final RateEstimate NONE = new RateEstimate(0, 0, 0, 0, 0);

	/** No limit that Microsoft documents is as low (graph/throttling-limits). */
	private static final double LOWEST = 0.05;

	/** The pace comes from so much below what was carried to so much above it. */
	private static final double MARGIN = 0.01;

	/** Two measurements this close are of the same limit. */
	private static final double SAME = 1.25;

	/** A pace above this tells that the limit is not found yet. */
	private static final double FAR = 2.5;

	private static final double HIGHEST_WHERE_FOUND = 1.15;

	private static final double HIGHEST = 1.3;

	private static final double DEEPEST_CUT = 0.8;

	private static final double DEEPEST = 0.25;

	/** Slower than any window forgets, or its echo would be taken for the limit. */
	private static final double WINDOWS = 5;

	/** The same where it is not found yet. */
	private static final double SEARCHING = 3;

	/**
	 * What is refused, a second's worth or a batch, is bearable once in so many seconds.
	 */
	private static final double SECONDS = 100;

	/** One part in so many of the time may be spent waiting for looking up. */
	private static final double WAITS = 35;

	private static final double LONGEST = 300;

	/** So few requests tell nothing of a rate. */
	static final double REQUESTS = 20;

	/** So many stretches without a refusal tell that the limit has moved. */
	private static final double PATIENCE = 1.25;

	/** Then the pace doubles in so many windows. */
	private static final double DOUBLING = 2.5;

	/**
	 * What was seen from a refusal, or from a moment of steady sending, to a refusal.
	 *
	 * @param accepted how many requests were accepted
	 * @param seconds how long it took
	 * @param waited for how many of these seconds the tenant had asked to wait
	 * @param pace the pace that was refused
	 * @param last what the refusal before cost
	 */
	record Measurement(double accepted, double seconds, double waited, double pace, Cost last) {

		double carried() {
			return Math.max(LOWEST, this.accepted / this.seconds);
		}

		double carriedWhileSending() {
			return this.accepted / Math.max(this.seconds - this.waited, this.seconds / 4);
		}

	}

	/**
	 * What a refusal cost.
	 *
	 * @param requests how many were refused
	 * @param seconds for how many seconds the tenant asked to wait
	 */
	record Cost(double requests, double seconds) {

		/** Where a wait pays a debt, it pays it at the limit's own rate. */
		double paid() {
			return (this.seconds > 0) ? this.requests / this.seconds : 0;
		}

	}

	/** A limit that is told rather than found. */
	static RateEstimate of(double rate, double window) {
		double carried = Math.max(LOWEST, rate);
		return new RateEstimate(carried, carried, WINDOWS * window, carried, window);
	}

	/**
	 * Learns from a whole window. A bucket goes on filling during a wait and a window may
	 * not, so the truth lies between what was carried with and without waits, and what
	 * was believed before, or first shown by a debt, is kept where it lies between them.
	 * @param seen what was seen
	 * @param window the longest window that the limit may have, in seconds
	 */
	RateEstimate learn(Measurement seen, double window) {
		double before = (this.carried == 0) ? seen.last().paid() : this.carried;
		double now = Math.max(seen.carried(), Math.min(before, seen.carriedWhileSending()));
		boolean found = now < SAME * this.carried && this.carried < SAME * now && seen.pace() < FAR * now;
		double most = Math.max(now, Math.min(seen.pace(), now * (found ? HIGHEST_WHERE_FOUND : HIGHEST)));
		double bearable = found
				? Math.max(SECONDS * Math.min(JsonBatch.LARGEST, Math.ceil(now)) / now, WAITS * seen.last().seconds())
				: 0;
		return new RateEstimate(now, most,
				Math.min(Math.max((found ? WINDOWS : SEARCHING) * window, bearable), LONGEST), now, window);
	}

	/** Refused again before a whole window could tell more: begins further below. */
	RateEstimate cut(Measurement seen) {
		double part = Math.min(1, seen.carriedWhileSending() / this.low);
		double least = Math.max(DEEPEST_CUT, DEEPEST * this.carried / this.low);
		return new RateEstimate(Math.max(part, least) * this.low, this.high, this.stretch, this.carried, this.window);
	}

	/**
	 * The pace after so many seconds of sending: fast away from the lower end, hardly
	 * changing in the middle, and fast beyond the upper end, as CUBIC's window moves
	 * about the one it lost (RFC 9438). Where that is not refused either, the limit has
	 * moved, and the pace doubles again and again.
	 */
	double after(double seconds) {
		double from = this.low * (1 - MARGIN);
		double to = this.high * (1 + MARGIN);
		double way = 2 * seconds / this.stretch - 1;
		double cubic = (from + to) / 2 + (to - from) / 2 * way * way * way;
		double beyond = seconds - PATIENCE * this.stretch;
		return (beyond > 0)
				? Math.max(cubic, to * Math.pow(2, beyond / (DOUBLING * Math.max(this.window, REQUESTS / this.high))))
				: cubic;
	}

}
