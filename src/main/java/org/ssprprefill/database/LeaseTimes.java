package org.ssprprefill.database;

import java.time.Duration;

/**
 * How long the right to write to a tenant lasts.
 *
 * @param term how long other runs wait for a holder that is not heard of, by the
 * database's clock
 * @param writing how long its holder may let writes leave after a renewal, by its own
 * clocks; shorter than the term by as long as an exchange may take
 * @param renewal how often the holder renews it
 */
record LeaseTimes(Duration term, Duration writing, Duration renewal) {

	/**
	 * A dead holder is noticed within two minutes; an exchange takes at most 75 s.
	 * @return the times of every run
	 */
	static LeaseTimes usual() {
		return new LeaseTimes(Duration.ofSeconds(115), Duration.ofSeconds(35), Duration.ofSeconds(10));
	}

}
