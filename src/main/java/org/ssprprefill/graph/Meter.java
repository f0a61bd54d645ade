package org.ssprprefill.graph;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

import org.ssprprefill.tenant.Traffic;

/** Counts what a connection costs, from any thread. */
final class Meter {

	private final LongAdder requests = new LongAdder();

	private final LongAdder roundTrips = new LongAdder();

	private final LongAdder writes = new LongAdder();

	private final LongAdder throttled = new LongAdder();

	private final LongAdder retried = new LongAdder();

	private final LongAdder waitedMillis = new LongAdder();

	void roundTrip(int items) {
		this.roundTrips.increment();
		this.requests.add(items);
	}

	void written(int items) {
		this.writes.add(items);
	}

	/** Counts an answer if it is one of a throttle. */
	void answered(int status) {
		if (GraphResponse.throttles(status)) {
			this.throttled.increment();
		}
	}

	void retried(int items) {
		this.retried.add(items);
	}

	void waited(Duration length) {
		this.waitedMillis.add(length.toMillis());
	}

	Traffic traffic() {
		return new Traffic(this.requests.sum(), this.roundTrips.sum(), this.writes.sum(), this.throttled.sum(),
				this.retried.sum(), this.waitedMillis.sum());
	}

}
