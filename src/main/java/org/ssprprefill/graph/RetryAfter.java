package org.ssprprefill.graph;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After}: seconds, at times with a fraction (graph/throttling). What
 * stands before the service, a proxy for example, may write a date instead (RFC 9110,
 * 10.2.3).
 */
final class RetryAfter {

	private RetryAfter() {
	}

	/**
	 * How long to wait.
	 * @param text the header
	 * @param date the time of the answer; a date is counted from it, else from our clock
	 * @return the time, unless the header is absent or unreadable
	 */
	static Optional<Duration> of(@Nullable String text, @Nullable String date) {
		if (text == null) {
			return Optional.empty();
		}
		if (text.strip().matches("\\d{1,9}(\\.\\d+)?")) {
			return Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(text.strip()) * 1000)));
		}
		Instant from = (date == null) ? Instant.now() : instant(date).orElseGet(Instant::now);
		return instant(text).map((until) -> Duration.between(from, until))
			.map((wait) -> wait.isNegative() ? Duration.ZERO : wait);
	}

	private static Optional<Instant> instant(String date) {
		try {
			return Optional.of(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		}
		catch (DateTimeException ex) {
			// Neither seconds nor a date: as good as nothing told
			return Optional.empty();
		}
	}

}
