package org.ssprprefill.apply;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.ssprprefill.tenant.PromisedWait;

/**
 * How long to go on with a tenant that throttles, fails or does not answer.
 *
 * @param waits the wait before each further attempt, where the tenant named none
 * @param pause waits for the given time
 */
public record RetryPolicy(List<Duration> waits, Consumer<Duration> pause) {

	/**
	 * About four minutes, spread over eight attempts.
	 * @param pause waits for the given time
	 * @return the usual patience
	 */
	public static RetryPolicy usual(Consumer<Duration> pause) {
		return new RetryPolicy(
				List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8),
						Duration.ofSeconds(16), Duration.ofSeconds(32), Duration.ofSeconds(64), Duration.ofSeconds(64)),
				pause);
	}

	/** When to look again for what may have been stored but does not show yet. */
	List<Duration> secondLooks() {
		return this.waits.subList(0, Math.min(2, this.waits.size()));
	}

	int attempts() {
		return this.waits.size();
	}

	void await(int attempt, Duration asked) {
		Duration own = this.waits.get(attempt);
		this.pause.accept((asked.compareTo(own) > 0) ? PromisedWait.bearable(asked) : own);
	}

}
