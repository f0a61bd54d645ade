package org.ssprprefill.tenant;

import java.time.Duration;

/**
 * How long a wait that the tenant asks for is kept by a program at work. Microsoft counts
 * its limits in minutes at most (graph/throttling-limits); a run that waited for longer
 * would only keep others from starting.
 */
public final class PromisedWait {

	private static final Duration LONGEST = Duration.ofHours(1);

	private PromisedWait() {
	}

	/**
	 * Lets a wait pass that may be kept.
	 * @param wait how long the tenant asks to wait
	 * @return the same
	 * @throws TenantUnavailableException if that is more than an hour
	 */
	public static Duration bearable(Duration wait) {
		if (wait.compareTo(LONGEST) > 0) {
			throw new TenantUnavailableException("The tenant asks to wait " + wait.plusSeconds(59).toMinutes()
					+ " minutes before it takes more requests. Start the same command again after that.");
		}
		return wait;
	}

}
