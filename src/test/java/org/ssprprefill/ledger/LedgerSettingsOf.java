package org.ssprprefill.ledger;

import java.util.Optional;

import org.ssprprefill.contact.Secret;

/** Ledger settings for tests. */
final class LedgerSettingsOf {

	private LedgerSettingsOf() {
	}

	static LedgerSettings embedded() {
		return new LedgerSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
	}

	static LedgerSettings key(String key) {
		return new LedgerSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Secret.of(key)));
	}

	static LedgerSettings server(String url, String user, String password) {
		return new LedgerSettings(Optional.of(url), Optional.of(user), Optional.of(Secret.of(password)),
				Optional.empty());
	}

}
