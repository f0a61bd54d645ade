package org.ssprprefill.database;

import java.util.Optional;

import org.ssprprefill.contact.Secret;

/**
 * Where the ledger is; the {@code ledger} section of a job definition.
 *
 * @param url a {@code jdbc:postgresql:} URL, or nothing for the embedded server in the
 * home folder
 * @param user the database user
 * @param password the user's password
 * @param key the secret that contact values are encrypted under, at least 32 characters,
 * or nothing for one made once in the home folder
 * @param schema the schema of all tables, first in every connection's search path
 * @param connections the most at a time
 */
public record LedgerSettings(Optional<String> url, Optional<String> user, Optional<Secret> password,
		Optional<Secret> key, String schema, int connections) {

	/** The schema of a job's own ledger. */
	public static final String USUAL_SCHEMA = "sspr_prefill";

	static final int USUAL_CONNECTIONS = 16;

	/**
	 * A job's own ledger.
	 * @param url a {@code jdbc:postgresql:} URL, or nothing for the embedded server
	 * @param user the database user
	 * @param password the user's password
	 * @param key the secret that contact values are encrypted under
	 */
	public LedgerSettings(Optional<String> url, Optional<String> user, Optional<Secret> password,
			Optional<Secret> key) {
		this(url, user, password, key, USUAL_SCHEMA, USUAL_CONNECTIONS);
	}

}
