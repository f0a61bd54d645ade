package org.ssprprefill.definition;

import java.util.List;
import java.util.Set;

/**
 * What a job definition is read for. Variables and files that stand under keys that are
 * not going to be used need not be there.
 */
public enum Purpose {

	/** Tenant, feed and ledger are used. */
	EVERYTHING(List.of()),

	/**
	 * The ledger is opened, and no tenant asked. Which ledger, and whose rows in it, must
	 * be known: another one would be empty, and look like one in which nothing happened.
	 */
	LEDGER(List.of("tenant.", "notify.", "feed.pgp-")),

	/** Neither tenant nor ledger is used. */
	FEED(List.of("tenant.", "ledger.", "database.", "notify.", "feed.pgp-"));

	private static final Set<String> TENANT_KEYS = Set.of("tenant.id", "tenant.simulated");

	private final List<String> unused;

	Purpose(List<String> unused) {
		this.unused = unused;
	}

	/** Whether no step is going to use what stands under a key. */
	boolean spares(String key) {
		boolean named = this == LEDGER && TENANT_KEYS.contains(key);
		return !named && this.unused.stream().anyMatch(Keys.shown(key)::startsWith);
	}

}
