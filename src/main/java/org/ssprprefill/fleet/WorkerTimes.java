package org.ssprprefill.fleet;

import java.time.Duration;
import java.util.List;

/**
 * How patient workers are.
 *
 * @param poll how often a worker looks for nights
 * @param heartbeat how often it says that it lives
 * @param missed after how many missed heartbeats it is taken for dead
 * @param busy when a night is tried again whose tenant has another run
 * @param again when a failed night is tried again, after each failure
 * @param grace how long nights may take to leave off
 */
public record WorkerTimes(Duration poll, Duration heartbeat, int missed, Duration busy, List<Duration> again,
		Duration grace) {

	/** Keeps its own copy of the list. */
	public WorkerTimes {
		again = List.copyOf(again);
	}

	/**
	 * A dead worker is noticed within two minutes.
	 * @return the times of every worker
	 */
	public static WorkerTimes usual() {
		return new WorkerTimes(Duration.ofSeconds(2), Duration.ofSeconds(20), 6, Duration.ofSeconds(30),
				List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15)), Duration.ofSeconds(27));
	}

	/** How far a worker's clock may differ from the database's. */
	Duration tolerated() {
		return this.heartbeat.multipliedBy(this.missed).dividedBy(4);
	}

}
