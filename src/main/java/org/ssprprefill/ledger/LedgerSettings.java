package org.ssprprefill.ledger;

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
 */
public record LedgerSettings(Optional<String> url, Optional<String> user, Optional<Secret> password,
		Optional<Secret> key) {
}
