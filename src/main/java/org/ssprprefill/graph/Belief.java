package org.ssprprefill.graph;

/**
 * What is believed of a limit that Graph does not tell, and the law by which the belief
 * changes. All rates are requests a second.
 *
 * <p>
 * What counts is <em>carried</em>: the requests accepted since the last throttle, divided
 * by the time they took, the wait that the throttle asks for included. A real limit
 * carries the same however fast it is approached, so two episodes that carried about the
 * same are believed, and the pace goes to that rate at once. Until then the pace goes
 * down to what was carried, a quarter of itself at most each time. Where a slower pace
 * carried less, the tenant's refusals did not come from our pace, and it goes back up.
 *
 * @param base the pace right after the last throttle, before any growth
 * @param before the pace before the last cut; 0 if there is no cut to undo
 * @param carried what the last episode carried; 0 if there was none
 * @param limit the limit believed in; 0 while it is being looked for
 * @param doubling seconds after which an undisturbed pace has doubled
 */
record Belief(double base, double before, double carried, double limit, double doubling) {

	/** Under a limit by this much, two requests never come too close for it. */
	private static final double MARGIN = 0.98;

	/** No limit that Microsoft documents is as low (graph/throttling-limits). */
	private static final double LOWEST = 0.1;

	private static final double DEEPEST_CUT = 0.25;

	private static final double SAME = 0.75;

	private static final double SHORT = 10;

	private static final double PROBE_DOUBLING = 30;

	private static final double FIRST_DOUBLING = 120;

	private static final double LAST_DOUBLING = 1920;

	static Belief innocent(double ceiling) {
		return new Belief(ceiling, 0, 0, 0, PROBE_DOUBLING);
	}

	/**
	 * The pace some time after the last throttle. It grows with the cube of the time, as
	 * CUBIC does (RFC 9438): hardly at first, where the limit is near, and fast once it
	 * must be far away.
	 */
	double after(double seconds, double ceiling) {
		double share = Math.max(0, seconds) / this.doubling;
		return Math.min(ceiling, this.base * (1 + share * share * share));
	}

	/**
	 * What to believe after another episode.
	 * @param pace the pace at its end
	 * @param busy the seconds until the throttle
	 * @param now what it carried
	 */
	Belief learn(double pace, double busy, double now) {
		return (this.limit > 0) ? known(pace, busy, now) : searching(pace, now);
	}

	private Belief known(double pace, double busy, double now) {
		if (busy < SHORT) {
			// Under a limit that is known, nobody is refused so soon
			return new Belief(Math.max(pace, Math.min(this.before, pace / DEEPEST_CUT)), 0, now, 0, PROBE_DOUBLING);
		}
		// A probe above the limit that failed says nothing against the limit
		double kept = (pace > this.limit) ? Math.max(this.limit, Math.min(0.9 * pace, 1.25 * this.limit))
				: 0.9 * this.limit;
		return settled(Math.max(now, kept), Math.min(2 * this.doubling, LAST_DOUBLING));
	}

	private Belief searching(double pace, double now) {
		if (this.carried > 0 && now > SAME * this.carried && this.carried > SAME * now) {
			return settled(Math.max(now, this.carried), FIRST_DOUBLING);
		}
		if (this.before > 0 && now < SAME * this.carried) {
			return new Belief(this.before, 0, now, 0, PROBE_DOUBLING);
		}
		double slower = Math.max(Math.max(MARGIN * now, DEEPEST_CUT * pace), LOWEST);
		return new Belief(Math.min(slower, pace), pace, now, 0, PROBE_DOUBLING);
	}

	private Belief settled(double found, double growth) {
		return new Belief(Math.max(MARGIN * found, LOWEST), Math.max(this.before, this.base), 0,
				Math.max(found, LOWEST), growth);
	}

	/**
	 * What to believe when an answer says how much of the limit is used.
	 * @param pace the pace now
	 * @param used above 1 where the limit is passed
	 */
	Belief warned(double pace, double used) {
		return new Belief(Math.max((used > 1) ? pace * MARGIN / used : pace, LOWEST), this.before, this.carried,
				this.limit, this.doubling);
	}

}
