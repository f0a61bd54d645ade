package org.ssprprefill.simulator;

import java.time.Duration;

import org.ssprprefill.contact.Word;

/**
 * A limit of the simulated tenant, in every reading that Microsoft's pages allow
 * (graph/throttling, graph/throttling-limits).
 *
 * @param shape how use is forgotten
 * @param most how much may be used in a window; the depth of a bucket
 * @param window the window, or the time in which an empty bucket fills
 * @param refusedCount whether a refused request uses the limit too, up to 1.8 times of it
 * @param style how refusals tell the time to wait
 * @param reserved the percentage of the limit that only requests of a higher priority
 * than {@code Low} are served from
 * @param others the part that other applications use
 */
public record RateLimit(Shape shape, int most, Duration window, boolean refusedCount, RetryAfterStyle style,
		int reserved, OtherApps others) {

	/** How use is forgotten. */
	public enum Shape implements Word {

		/** Little by little. */
		BUCKET,

		/** All of it, at the end of each window. */
		FIXED_WINDOW,

		/** Each request when it is as old as the window. */
		SLIDING_WINDOW;

	}

	/**
	 * Applications that share the limit and are served first.
	 *
	 * @param percent the part of the limit that they take
	 * @param every how long they take it, and how long they then pause; zero where they
	 * never pause
	 */
	public record OtherApps(int percent, Duration every) {

		/** No other app uses the limit. */
		public static final OtherApps NONE = new OtherApps(0, Duration.ZERO);

		/** The part of the limit, 0 to 1, that they take so long after they began. */
		double share(double seconds) {
			double length = this.every.toNanos() / 1e9;
			boolean pausing = length > 0 && (long) (seconds / length) % 2 == 1;
			return pausing ? 0 : this.percent / 100.0;
		}

	}

	/**
	 * A limit of its plainest kind: refused requests are free, and told the true time.
	 * @param shape how use is forgotten
	 * @param most how much may be used in a window
	 * @param window the window
	 * @return the limit
	 */
	public static RateLimit of(Shape shape, int most, Duration window) {
		return new RateLimit(shape, most, window, false, RetryAfterStyle.TRUE, 0, OtherApps.NONE);
	}

	/** What one second gives back, on average. */
	public double perSecond() {
		return this.most / (this.window.toNanos() / 1e9);
	}

	/**
	 * The same limit where refused requests count.
	 * @return the changed copy
	 */
	public RateLimit countingRefused() {
		return new RateLimit(this.shape, this.most, this.window, true, this.style, this.reserved, this.others);
	}

	/**
	 * The same limit that tells the time to wait like that.
	 * @param told how far {@code Retry-After} can be trusted
	 * @return the changed copy
	 */
	public RateLimit telling(RetryAfterStyle told) {
		return new RateLimit(this.shape, this.most, this.window, this.refusedCount, told, this.reserved, this.others);
	}

	/**
	 * The same limit, shared.
	 * @param apps who else uses it
	 * @return the changed copy
	 */
	public RateLimit sharedWith(OtherApps apps) {
		return new RateLimit(this.shape, this.most, this.window, this.refusedCount, this.style, this.reserved, apps);
	}

}
