package org.ssprprefill.job;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.ProbeRecord;
import org.ssprprefill.probe.ProbeStoppedException;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;

/**
 * What earlier probes of a tenant still want of every run: that what they left is taken
 * away, and that the registration report is looked at. The caller holds the tenant's
 * lease.
 */
public final class ProbeLeftovers {

	private final JobDefinition definition;

	private final Tenant tenant;

	private final Ledger ledger;

	private final Clock clock;

	private final Consumer<String> said;

	/**
	 * Creates the look at earlier probes.
	 * @param definition the job definition
	 * @param tenant the tenant
	 * @param ledger the ledger, under the tenant's lease
	 * @param clock the time
	 * @param said receives what a person should know
	 */
	public ProbeLeftovers(JobDefinition definition, Tenant tenant, Ledger ledger, Clock clock, Consumer<String> said) {
		this.definition = definition;
		this.tenant = tenant;
		this.ledger = ledger;
		this.clock = clock;
		this.said = said;
	}

	/**
	 * Does what can be done. An obstacle is told, and keeps no run from its own work.
	 * @param key the tenant's key in the ledger
	 */
	public void see(String key) {
		Instant since = this.clock.instant().minus(ProbeRun.LONGEST_WAIT);
		for (ProbeRecord probe : this.ledger.probes().open(key, since)) {
			try {
				see(probe);
			}
			catch (ProbeRefusedException | ProbeStoppedException | TenantRefusedException | TenantUnavailableException
					| UncheckedIOException ex) {
				this.said.accept("What probe " + probe.run() + " left in " + probe.name()
						+ " could not be taken away yet: " + ex.getMessage());
			}
		}
	}

	/**
	 * The probe of an account whose report is still waited for.
	 * @param key the tenant's key in the ledger
	 * @param name the account's user principal name
	 * @return the probe
	 */
	public Optional<ProbeRecord> waiting(String key, String name) {
		return this.ledger.probes()
			.open(key, this.clock.instant())
			.stream()
			.filter((probe) -> probe.isWaiting()
					&& (probe.name().equalsIgnoreCase(name) || probe.account().value().equalsIgnoreCase(name)))
			.findFirst();
	}

	private void see(ProbeRecord probe) {
		ProbeRun run = new ProbeRun(new RunContext(probe.run(), this.definition, this.tenant, this.ledger, this.clock));
		if (probe.sheet().isPresent() && probe.registeredAt().isPresent()) {
			run.look();
		}
		ProbeRecord now = this.ledger.probes().find(probe.run()).orElseThrow();
		if (!now.finished() && (!now.isWaiting() || now.isCounted() || isLong(now))) {
			run.takeAway();
			this.said.accept("What probe " + probe.run() + " left in " + probe.name() + " was taken away.");
		}
	}

	private boolean isLong(ProbeRecord probe) {
		Duration since = Duration.between(probe.registeredAt().orElse(Instant.EPOCH), this.clock.instant());
		return since.compareTo(ProbeRun.LONGEST_WAIT) > 0;
	}

}
