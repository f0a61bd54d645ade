package org.ssprprefill.graph;

import java.time.Duration;

/** How long to wait where a tenant that refuses names no time. */
final class OwnWait {

	private static final Duration FIRST = Duration.ofMillis(250);

	private static final Duration LONGEST = Duration.ofSeconds(60);

	private OwnWait() {
	}

	/**
	 * Doubling, as long as nothing is accepted.
	 * @param refusals how many there were in a row, at least one
	 * @return a quarter of a second to a minute
	 */
	static Duration after(int refusals) {
		Duration wait = FIRST.multipliedBy(1L << Math.min(refusals - 1, 10));
		return (wait.compareTo(LONGEST) > 0) ? LONGEST : wait;
	}

}
