package org.ssprprefill.report;

import org.ssprprefill.tenant.Traffic;

/**
 * What the run cost the tenant.
 *
 * @param roundTrips HTTP exchanges
 * @param requests plain requests and the items of JSON batches
 * @param writes writes among the requests
 * @param throttled answers that asked to wait
 * @param retried requests that were sent again
 * @param waitedSeconds time spent waiting because the tenant asked for it
 */
public record TrafficSection(long roundTrips, long requests, long writes, long throttled, long retried,
		double waitedSeconds) {

	/** Graph was not asked. */
	public static final TrafficSection NONE = of(Traffic.NONE);

	/** Refuses a time that is not a number. */
	public TrafficSection {
		Figures.requireFinite("waited seconds", waitedSeconds);
	}

	/**
	 * The report's section for a connection's traffic.
	 * @param traffic what the connection counted
	 * @return the same in the report's words
	 */
	public static TrafficSection of(Traffic traffic) {
		return new TrafficSection(traffic.roundTrips(), traffic.requests(), traffic.writes(), traffic.throttled(),
				traffic.retried(), traffic.waitedMillis() / 1000.0);
	}

}
