package org.ssprprefill.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;

import org.ssprprefill.timeline.Timeline;

/**
 * Numbers and times as a reader of one language wants to see them; and none that is not a
 * number.
 */
final class Figures {

	private static final int MOST_DECIMALS = 6;

	private static final Timeline TIMELINE = Timeline.standard();

	private final Texts texts;

	private final Locale locale;

	Figures(Texts texts) {
		this.texts = texts;
		this.locale = texts.language().locale();
	}

	String count(long number) {
		return String.format(this.locale, "%,d", number);
	}

	String decimal(double number) {
		return format().format(number);
	}

	/** As many decimals as it takes to tell a number from the one it is compared with. */
	String decimal(double number, double besides) {
		DecimalFormat format = format();
		while (number != besides && format.format(number).equals(format.format(besides))
				&& format.getMaximumFractionDigits() < MOST_DECIMALS) {
			format.setMaximumFractionDigits(format.getMaximumFractionDigits() + 1);
		}
		return format.format(number);
	}

	private DecimalFormat format() {
		return new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(this.locale));
	}

	String percent(double percent) {
		return this.texts.say("figure.percent", decimal(percent));
	}

	/** A percentage that can be told from the one it is compared with. */
	String percent(double percent, double besides) {
		return this.texts.say("figure.percent", decimal(percent, besides));
	}

	String percent(OptionalDouble percent) {
		return percent.isPresent() ? percent(percent.getAsDouble()) : this.texts.say("figure.not-measurable");
	}

	String moment(Instant at) {
		return written("date.moment", at);
	}

	String day(Instant at) {
		return written("date.day", at);
	}

	/**
	 * The date of an announced ending; only its month where Microsoft has given no day.
	 * @param ending the entry of the timeline
	 * @return day, month and year, or month and year
	 */
	String ending(CoverageSection.TimelineEntry ending) {
		boolean dayGiven = TIMELINE.endings()
			.stream()
			.noneMatch((known) -> known.date().equals(ending.date()) && !known.dayGiven());
		return DateTimeFormatter.ofPattern(this.texts.word(dayGiven ? "date.ending" : "date.ending.month"), this.locale)
			.format(ending.date());
	}

	private String written(String pattern, Instant at) {
		return DateTimeFormatter.ofPattern(this.texts.word(pattern), this.locale).withZone(ZoneOffset.UTC).format(at);
	}

	String seconds(double seconds) {
		Duration duration = Duration.ofMillis(Math.round(seconds * 1000));
		if (duration.toMinutes() == 0) {
			return this.texts.say("figure.seconds", decimal(seconds));
		}
		if (duration.toHours() == 0) {
			return this.texts.say("figure.minutes", duration.toMinutes(), duration.toSecondsPart());
		}
		return this.texts.say("figure.hours", duration.toHours(), duration.toMinutesPart());
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
