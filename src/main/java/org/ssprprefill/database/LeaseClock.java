package org.ssprprefill.database;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Two clocks, because each has a weakness: the one that never jumps may stand still while
 * the machine is suspended, and the one on the wall may be set back.
 *
 * @param nanos the clock that never jumps
 * @param wall the clock on the wall
 */
record LeaseClock(LongSupplier nanos, Supplier<Instant> wall) {

	static LeaseClock ofThisMachine() {
		return new LeaseClock(System::nanoTime, Instant::now);
	}

	Reading read() {
		return new Reading(this.nanos.getAsLong(), this.wall.get());
	}

	/** Whether both clocks say that a reading is no older. */
	boolean isWithin(Reading since, Duration age) {
		Duration onTheWall = Duration.between(since.wall(), this.wall.get());
		return this.nanos.getAsLong() - since.nanos() < age.toNanos() && onTheWall.compareTo(age) < 0
				&& !onTheWall.plusSeconds(1).isNegative();
	}

	/** What both clocks showed. */
	record Reading(long nanos, Instant wall) {
	}

}
