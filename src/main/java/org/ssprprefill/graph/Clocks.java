package org.ssprprefill.graph;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Compares the tenant's clock with ours: every answer carries a {@code Date} (RFC 9110,
 * 6.6.1), in whole seconds.
 */
final class Clocks {

	private final Waiting waiting;

	private volatile Optional<Duration> ahead = Optional.empty();

	Clocks(Waiting waiting) {
		this.waiting = waiting;
	}

	/**
	 * Looks at the time of an answer that has just come.
	 * @param date the header; an absent or unreadable one tells nothing
	 */
	void compare(@Nullable String date) {
		if (date == null) {
			return;
		}
		try {
			ZonedDateTime theirs = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
			this.ahead = Optional.of(Duration.between(this.waiting.clock(), theirs.toInstant()));
		}
		catch (DateTimeException ex) {
			// A proxy's own idea of a date; the next answer may tell
			this.ahead = Optional.empty();
		}
	}

	/** How far the tenant's clock was ahead of ours, by its last answer. */
	Optional<Duration> ahead() {
		return this.ahead;
	}

}
