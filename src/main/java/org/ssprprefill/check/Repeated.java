package org.ssprprefill.check;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The numbers that occur more than once among many. Hardly any do in an ordinary export,
 * so that only few have to be counted.
 */
final class Repeated {

	private final long[] sorted;

	private Repeated(long[] sorted) {
		this.sorted = sorted;
	}

	/**
	 * Finds them.
	 * @param all the numbers; 0 stands for none
	 */
	static Repeated among(LongStream all) {
		long[] sorted = all.toArray();
		Arrays.sort(sorted);
		int found = 0;
		for (int place = 1; place < sorted.length; place++) {
			boolean again = sorted[place] == sorted[place - 1];
			// What is found is kept where everything has been looked at already
			if (again && sorted[place] != 0 && (found == 0 || sorted[found - 1] != sorted[place])) {
				sorted[found++] = sorted[place];
			}
		}
		return new Repeated(Arrays.copyOf(sorted, found));
	}

	boolean contains(long number) {
		return place(number) >= 0;
	}

	/** Its place among them, by which they are told apart; negative if it is none. */
	int place(long number) {
		return Arrays.binarySearch(this.sorted, number);
	}

}
