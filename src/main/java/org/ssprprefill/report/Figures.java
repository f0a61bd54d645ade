package org.ssprprefill.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers and times as a reader wants to see them; and none that is not a number. */
final class Figures {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK)
		.withZone(ZoneOffset.UTC);

	private Figures() {
	}

	static String count(long number) {
		return String.format(Locale.UK, "%,d", number);
	}

	/** A count with its noun: "1 row", "2 rows". */
	static String count(long number, String one, String many) {
		return count(number) + " " + ((number == 1) ? one : many);
	}

	static String decimal(double number) {
		return new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.UK)).format(number);
	}

	static String percent(OptionalDouble percent) {
		return percent.isPresent() ? decimal(percent.getAsDouble()) + "%" : "not measurable";
	}

	static String moment(Instant at) {
		return MOMENT.format(at);
	}

	static String day(Instant at) {
		return DAY.format(at);
	}

	static String seconds(double seconds) {
		Duration duration = Duration.ofMillis(Math.round(seconds * 1000));
		if (duration.toMinutes() == 0) {
			return decimal(seconds) + " s";
		}
		if (duration.toHours() == 0) {
			return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
		}
		return duration.toHours() + " h " + duration.toMinutesPart() + " min";
	}

	static void requireFinite(String what, double number) {
		if (!Double.isFinite(number)) {
			throw new IllegalArgumentException("Not a number in the report: " + what);
		}
	}

	static void requirePercent(String what, OptionalDouble percent) {
		percent.ifPresent((number) -> {
			if (!(number >= 0 && number <= 100)) {
				throw new IllegalArgumentException("Not between 0 and 100 percent: " + what + " is " + number);
			}
		});
	}

}
