package org.ssprprefill.coverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * How many of how many.
 *
 * @param part the people of whom something is true
 * @param whole all the people
 */
public record Share(long part, long whole) {

	/** Of an empty population. */
	public static final Share EMPTY = new Share(0, 0);

	/**
	 * The share in percent, for people.
	 * @return 0 to 100 with one decimal; nothing for an empty population
	 */
	public OptionalDouble percent() {
		if (this.whole == 0) {
			return OptionalDouble.empty();
		}
		return OptionalDouble.of(BigDecimal.valueOf(this.part)
			.movePointRight(2)
			.divide(BigDecimal.valueOf(this.whole), 1, RoundingMode.HALF_UP)
			.doubleValue());
	}

	Share plus(boolean hit) {
		return new Share(this.part + (hit ? 1 : 0), this.whole + 1);
	}

}
