package org.ssprprefill.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of one tenant's night.
 *
 * @param key which night
 * @param name what people call the tenant
 * @param plannedAt its place in the queue
 * @param untilAt when it leaves off
 * @param attempts how often it ended by itself
 * @param deaths during how many of its attempts the worker died
 * @param worker the worker that has it, or had it last
 * @param run the run's id
 * @param startedAt when it was first begun
 * @param endedAt when it ended for good
 * @param exitCode the exit code of its run
 * @param outcome what became of it
 * @param reason why, in a sentence without people
 * @param report where the tenant's own report is
 * @param figures counts of its report, as JSON
 */
public record TenantNight(NightKey key, String name, Instant plannedAt, Instant untilAt, int attempts, int deaths,
		Optional<String> worker, Optional<String> run, Optional<Instant> startedAt, Optional<Instant> endedAt,
		OptionalInt exitCode, NightOutcome outcome, Optional<String> reason, Optional<String> report,
		Optional<String> figures) {

	/**
	 * How long it took, from its first beginning to its end.
	 * @return nothing while it has not ended, or where it never began
	 */
	public Optional<Duration> took() {
		return this.startedAt.flatMap((start) -> this.endedAt.map((end) -> Duration.between(start, end)));
	}

}
