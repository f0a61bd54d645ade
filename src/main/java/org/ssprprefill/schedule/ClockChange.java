package org.ssprprefill.schedule;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** The nights on which clocks change, when a time of day comes never or twice. */
final class ClockChange {

	/** One in spring and one in autumn. */
	private static final int IN_A_YEAR = 2;

	private ClockChange() {
	}

	static Optional<String> warning(LocalTime at, ZoneId zone) {
		return warning(at, zone, Instant.now());
	}

	static Optional<String> warning(LocalTime at, ZoneId zone, Instant from) {
		Instant moment = from;
		for (int i = 0; i < IN_A_YEAR; i++) {
			ZoneOffsetTransition change = zone.getRules().nextTransition(moment);
			if (change == null) {
				return Optional.empty();
			}
			if (affects(change, at)) {
				return Optional.of("On " + change.getDateTimeBefore().toLocalDate() + ", " + at + " comes "
						+ (change.isGap() ? "never" : "twice") + " in " + zone
						+ ", because clocks change; a time outside that hour avoids the question.");
			}
			moment = change.getInstant();
		}
		return Optional.empty();
	}

	private static boolean affects(ZoneOffsetTransition change, LocalTime at) {
		LocalTime before = change.getDateTimeBefore().toLocalTime();
		LocalTime after = change.getDateTimeAfter().toLocalTime();
		LocalTime from = change.isGap() ? before : after;
		LocalTime to = change.isGap() ? after : before;
		return !at.isBefore(from) && at.isBefore(to);
	}

}
