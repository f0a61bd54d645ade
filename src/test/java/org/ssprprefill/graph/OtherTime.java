package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Connects to tenants whose time tests keep. */
public final class OtherTime implements Waiting {

	private final Supplier<Instant> clock;

	private final Consumer<Duration> passing;

	private OtherTime(Supplier<Instant> clock, Consumer<Duration> passing) {
		this.clock = clock;
		this.passing = passing;
	}

	/**
	 * Connects to a tenant.
	 * @param settings how it is reached
	 * @param clock tells the time
	 * @param passing lets time pass
	 * @return the tenant
	 */
	public static GraphTenant connect(GraphSettings settings, Supplier<Instant> clock, Consumer<Duration> passing) {
		return GraphTenant.connect(settings, new OtherTime(clock, passing));
	}

	@Override
	public Instant now() {
		return this.clock.get();
	}

	@Override
	public void pause(Duration length) {
		this.passing.accept(length);
	}

}
