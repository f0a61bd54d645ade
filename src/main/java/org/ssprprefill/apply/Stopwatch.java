package org.ssprprefill.apply;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Tells how long ago something was, by the larger of two clocks: the time of day goes on
 * while a machine sleeps, and the counter is not set back.
 */
public final class Stopwatch {

	private final InstantSource timeOfDay;

	private final LongSupplier counter;

	/**
	 * Creates a stopwatch.
	 * @param timeOfDay the time of day
	 * @param counter nanoseconds that never run backwards, as {@link System#nanoTime()}
	 */
	public Stopwatch(InstantSource timeOfDay, LongSupplier counter) {
		this.timeOfDay = timeOfDay;
		this.counter = counter;
	}

	/**
	 * {@return this moment}
	 */
	public Moment now() {
		return new Moment(this.timeOfDay.instant(), this.counter.getAsLong());
	}

	/**
	 * How long ago a moment was.
	 * @param moment the moment
	 * @return never too little
	 */
	public Duration since(Moment moment) {
		Duration shown = Duration.between(moment.at(), this.timeOfDay.instant());
		Duration counted = Duration.ofNanos(this.counter.getAsLong() - moment.count());
		return (shown.compareTo(counted) > 0) ? shown : counted;
	}

	/**
	 * A moment on both clocks.
	 *
	 * @param at the time of day
	 * @param count the counter
	 */
	public record Moment(Instant at, long count) {
	}

}
