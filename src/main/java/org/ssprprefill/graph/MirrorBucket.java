package org.ssprprefill.graph;

/** What the tenant's token bucket holds for us at least; below zero is a debt. */
final class MirrorBucket {

	/** From this pace on exchanges are full. */
	private static final double FULL_FROM = 0.75 * JsonBatch.LARGEST;

	/** Seconds that a smaller exchange carries, so that a refusal costs little. */
	private static final double SECONDS = 0.5;

	private double tokens;

	private double filled;

	/**
	 * How many requests leave together.
	 * @param pace requests a second
	 * @return at least one
	 */
	static int together(double pace) {
		return (pace >= FULL_FROM) ? JsonBatch.LARGEST : (int) Math.max(1, Math.ceil(pace * SECONDS));
	}

	/** Sets what it holds from that moment on. */
	void hold(double amount, double from) {
		this.tokens = amount;
		this.filled = from;
	}

	/**
	 * Fills it. During a wait a debt is paid, and nothing saved but a first request.
	 * @param now the moment
	 * @param pace tokens a second
	 * @param blockedUntil when the wait ends
	 */
	void fill(double now, double pace, double blockedUntil) {
		if (this.filled < blockedUntil) {
			double until = Math.min(now, blockedUntil);
			this.tokens = Math.min(1, this.tokens + Math.max(0, until - this.filled) * pace);
			this.filled = Math.max(this.filled, until);
		}
		double gained = Math.max(0, now - this.filled) * pace;
		this.tokens = Math.min(Math.max(2 * together(pace) - 1, pace), this.tokens + gained);
		this.filled = Math.max(now, this.filled);
	}

	/** How many tokens so many requests lack; zero or less where they may go. */
	double missing(int requests) {
		return requests - this.tokens - 1e-9;
	}

	void spend(int requests) {
		this.tokens -= requests;
	}

	/** Whatever was saved is lost. */
	void empty() {
		this.tokens = Math.min(this.tokens, 0);
	}

}
