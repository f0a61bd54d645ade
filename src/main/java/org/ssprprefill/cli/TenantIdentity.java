package org.ssprprefill.cli;

import java.util.Locale;
import java.util.Optional;

import org.ssprprefill.definition.Connection;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.tenant.Organization;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;

/**
 * Which tenant a job definition means, whether it names an id or a verified domain.
 *
 * @param key the tenant's key in the ledger, and of its lock
 * @param organization what the tenant said of itself, where it had to be asked
 */
record TenantIdentity(String key, Optional<Organization> organization) {

	/** As far as the ledger knows; asks nothing. */
	static String known(JobDefinition definition, Ledger ledger) {
		return ledger.tenants().keyOf(TenantConnection.key(definition.connection()));
	}

	/**
	 * Asks the tenant where a domain is named, or where the ledger holds entries under
	 * one. A tenant that does not answer is known as far as the ledger knows it; nothing
	 * is written under a domain then, because preflight asks again.
	 */
	static TenantIdentity of(JobDefinition definition, Ledger ledger) {
		Optional<Organization> organization = (definition.connection() instanceof Connection.Graph graph
				&& ledger.tenants().isUncertain(graph.settings().tenantId())) ? ask(definition) : Optional.empty();
		String named = TenantConnection.key(definition.connection());
		return organization
			.filter((answered) -> answered.id().equalsIgnoreCase(named) || answered.verifiedDomains().contains(named))
			.map((answered) -> new TenantIdentity(answered.id().toLowerCase(Locale.ROOT), organization))
			.orElseGet(() -> new TenantIdentity(known(definition, ledger), Optional.empty()));
	}

	private static Optional<Organization> ask(JobDefinition definition) {
		try (TenantConnection connection = TenantConnection.openWithoutLedger(definition.connection())) {
			Tenant tenant = connection.tenant();
			tenant.signIn();
			return tenant.organization().value();
		}
		catch (TenantRefusedException | TenantUnavailableException ex) {
			// Preflight meets the same obstacle, and tells it
			return Optional.empty();
		}
	}

	/** Carries over what the ledger holds under other names of the tenant. */
	void settle(Ledger ledger) {
		this.organization.ifPresent(ledger.tenants()::learn);
	}

}
