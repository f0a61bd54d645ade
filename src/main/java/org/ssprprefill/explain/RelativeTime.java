package org.ssprprefill.explain;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, for people. */
final class RelativeTime {

	private RelativeTime() {
	}

	/** Such as {@code 31 hours ago}. */
	static String of(Instant at, Instant now) {
		Duration age = Duration.between(at, now);
		if (age.toMinutes() < 1) {
			return "now";
		}
		if (age.toHours() < 2) {
			return count(age.toMinutes(), "minute");
		}
		return (age.toHours() < 72) ? count(age.toHours(), "hour") : count(age.toDays(), "day");
	}

	private static String count(long number, String unit) {
		return number + " " + unit + ((number == 1) ? "" : "s") + " ago";
	}

}
