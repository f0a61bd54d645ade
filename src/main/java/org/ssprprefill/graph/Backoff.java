package org.ssprprefill.graph;

/** How long to wait where a tenant names no time, or one that proved too short. */
final class Backoff {

	private static final double FIRST = 0.25;

	private static final double LONGEST = 60;

	private Backoff() {
	}

	/**
	 * Doubling, as long as nothing is accepted.
	 * @param told the seconds that the tenant names, 0 for none
	 * @param inVain how many waits before this one proved too short
	 * @return seconds, never fewer than told; at most a minute where that is longer
	 */
	static double seconds(double told, int inVain) {
		double first = (told > 0) ? told : FIRST;
		return Math.max(told, Math.min(first * Math.pow(2, inVain), LONGEST));
	}

}
