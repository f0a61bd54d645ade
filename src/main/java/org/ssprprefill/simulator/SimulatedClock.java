package org.ssprprefill.simulator;

import java.time.Duration;
import java.time.Instant;

/** The tenant's time, and how far its registration report has come. */
final class SimulatedClock {

	private final Duration lag;

	private Duration ahead = Duration.ZERO;

	private Instant caughtUp = Instant.EPOCH;

	SimulatedClock(Duration lag) {
		this.lag = lag;
	}

	synchronized Instant now() {
		return Instant.now().plus(this.ahead);
	}

	synchronized void advance(Duration by) {
		this.ahead = this.ahead.plus(by);
	}

	synchronized void letReportCatchUp() {
		this.caughtUp = now();
	}

	synchronized Instant reportTime() {
		Instant lagging = now().minus(this.lag);
		return lagging.isAfter(this.caughtUp) ? lagging : this.caughtUp;
	}

}
