package org.ssprprefill.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * How much the simulated tenant bears ({@code throttling-limits}). Which limit a call of
 * an authentication method falls under is not known, so there is one simulation of each
 * reading.
 */
public enum Limits {

	/** Any number of requests. */
	NONE,

	/**
	 * Read literally: 5 calls of authentication methods in 10 seconds, and 5 of reports.
	 */
	LITERAL,

	/**
	 * 8,000 units in 10 seconds and 3,000 writes in 150 seconds; reports 5 in 10 seconds.
	 */
	UNITS;

	private static final int REPORTS = 5;

	private static final Duration REPORTS_WINDOW = Duration.ofSeconds(10);

	/**
	 * The word of a fault file.
	 * @return for example {@code literal}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What is left of the limits, beginning with nothing used. */
	Allowance allowance() {
		Window reports = new Window();
		return switch (this) {
			case NONE -> (call, now) -> Optional.empty();
			case LITERAL -> {
				Window methods = new Window();
				yield (call, now) -> isOfMethods(call) ? methods.take(now)
						: isReport(call) ? reports.take(now) : Optional.empty();
			}
			case UNITS -> {
				Bucket units = new Bucket(8000, 800);
				Bucket writes = new Bucket(3000, 20);
				yield (call, now) -> isReport(call) ? reports.take(now)
						: call.path().equals("/$batch") ? Optional.empty() : units.take(cost(call), now)
							.or(() -> call.isMethodWrite() ? writes.take(1, now) : Optional.empty());
			}
		};
	}

	private static boolean isReport(Call call) {
		return call.path().startsWith("/reports/");
	}

	private static boolean isOfMethods(Call call) {
		return call.path().contains("/authentication/");
	}

	private static int cost(Call call) {
		int base = call.path().endsWith("/transitiveMembers") ? 5 : call.path().endsWith("/members") ? 3
				: call.path().equals("/subscribedSkus") ? 3 : call.path().startsWith("/users") ? 2 : 1;
		return isOfMethods(call) ? 1 : Math.max(1, base - (call.selected().isEmpty() ? 0 : 1));
	}

	/** Decides about one call. */
	interface Allowance {

		/**
		 * How long to wait, as {@code Retry-After} says it; nothing if the call may pass.
		 */
		Optional<String> take(Call call, Instant now);

	}

	/** Five in any ten seconds. */
	private static final class Window {

		private final Deque<Instant> taken = new ArrayDeque<>();

		synchronized Optional<String> take(Instant now) {
			while (!this.taken.isEmpty() && !this.taken.getFirst().plus(REPORTS_WINDOW).isAfter(now)) {
				this.taken.removeFirst();
			}
			if (this.taken.size() < REPORTS) {
				this.taken.addLast(now);
				return Optional.empty();
			}
			long left = Duration.between(now, this.taken.getFirst().plus(REPORTS_WINDOW)).toMillis() + 1;
			return Optional.of(String.format(Locale.ROOT, "%.3f", left / 1000.0));
		}

	}

	/** So many at once, and so many a second. */
	private static final class Bucket {

		private final double depth;

		private final double perSecond;

		private double held;

		private Instant filled = Instant.MIN;

		Bucket(double depth, double perSecond) {
			this.depth = depth;
			this.perSecond = perSecond;
			this.held = depth;
		}

		synchronized Optional<String> take(int amount, Instant now) {
			if (this.filled.isAfter(Instant.MIN)) {
				double gained = this.perSecond * Duration.between(this.filled, now).toNanos() / 1e9;
				this.held = Math.min(this.depth, this.held + gained);
			}
			this.filled = now;
			if (this.held < amount) {
				return Optional.of("10");
			}
			this.held -= amount;
			return Optional.empty();
		}

	}

}
