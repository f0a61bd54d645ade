package org.ssprprefill.graph;

/**
 * Counts what a limit carries: in this window and the one before, so that a measurement
 * is of one to two windows, or of less where it began with a refusal.
 */
final class Tally {

	private double begun;

	private double accepted;

	private double waited;

	private double earlier;

	private double earlierAccepted;

	private double earlierWaited;

	/** Begins anew, at a refusal. */
	void begin(double now) {
		this.begun = now;
		this.accepted = 0;
		this.waited = 0;
		this.earlier = now;
		this.earlierAccepted = 0;
		this.earlierWaited = 0;
	}

	/** Counts requests that were accepted before. */
	void count(double requests) {
		this.accepted += requests;
	}

	/** Counts a request, and forgets what is older than a window before this one. */
	void accepted(double now, double window) {
		this.accepted++;
		if (now - this.begun >= window) {
			this.earlier = this.begun;
			this.earlierAccepted = this.accepted;
			this.earlierWaited = this.waited;
			this.begun = now;
			this.accepted = 0;
			this.waited = 0;
		}
	}

	/** Of the time so many seconds are a wait that the tenant asked for. */
	void waited(double seconds) {
		this.waited += seconds;
	}

	/** Time in which nothing wanted to leave does not count. */
	void idled(double seconds) {
		this.begun += seconds;
		this.earlier += seconds;
	}

	/** What was carried until now. */
	RateEstimate.Measurement until(double now, double pace, RateEstimate.Cost last) {
		return new RateEstimate.Measurement(this.earlierAccepted + this.accepted, Math.max(now - this.earlier, 0.001),
				this.earlierWaited + this.waited, pace, last);
	}

}
