package org.ssprprefill.simulator;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.ssprprefill.contact.Word;

/** How far the {@code Retry-After} of a refusal can be trusted. */
public enum RetryAfterStyle implements Word {

	/** The time until the same request would be served, in decimals. */
	TRUE,

	/** The true time, rounded up to whole seconds. */
	ROUNDED_UP,

	/** The true time, rounded down to whole seconds, at times 0. */
	ROUNDED_DOWN,

	/** Half of the true time. */
	TOO_SHORT,

	/** Ten seconds, whatever the true time is. */
	CONSTANT,

	/** No header at all. */
	MISSING;

	/**
	 * The header of a refusal.
	 * @param left the true time until the request would be served
	 * @return seconds, with a fraction where the style has one; empty for no header
	 */
	public Optional<String> header(Duration left) {
		double seconds = left.toNanos() / 1e9;
		return switch (this) {
			case TRUE -> Optional.of(decimals(seconds));
			case ROUNDED_UP -> Optional.of(String.valueOf((long) Math.ceil(seconds)));
			case ROUNDED_DOWN -> Optional.of(String.valueOf((long) seconds));
			case TOO_SHORT -> Optional.of(decimals(seconds / 2));
			case CONSTANT -> Optional.of("10");
			case MISSING -> Optional.empty();
		};
	}

	private static String decimals(double seconds) {
		return String.format(Locale.ROOT, "%.3f", Math.ceil(seconds * 1000) / 1000);
	}

}
