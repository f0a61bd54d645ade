package org.ssprprefill.tenant;

/**
 * What a connection to the tenant has cost.
 *
 * @param requests plain requests and the items of JSON batches
 * @param roundTrips HTTP exchanges
 * @param writes POST, PATCH and DELETE of methods among the requests
 * @param throttled answers of 429 and 503
 * @param retried requests that were sent again
 * @param waitedMillis time spent waiting because the tenant asked for it
 */
public record Traffic(long requests, long roundTrips, long writes, long throttled, long retried, long waitedMillis) {

	/** Nothing yet. */
	public static final Traffic NONE = new Traffic(0, 0, 0, 0, 0, 0);

	/**
	 * The sum of two.
	 * @param other the other
	 * @return both together
	 */
	public Traffic plus(Traffic other) {
		return new Traffic(this.requests + other.requests, this.roundTrips + other.roundTrips,
				this.writes + other.writes, this.throttled + other.throttled, this.retried + other.retried,
				this.waitedMillis + other.waitedMillis);
	}

}
