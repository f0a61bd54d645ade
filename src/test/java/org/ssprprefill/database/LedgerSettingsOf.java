package org.ssprprefill.database;

import java.util.Optional;

import org.ssprprefill.contact.Secret;

/** Ledger settings for tests. */
public final class LedgerSettingsOf {

	private LedgerSettingsOf() {
	}

	public static LedgerSettings embedded() {
		return new LedgerSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
	}

	public static LedgerSettings key(String key) {
		return new LedgerSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Secret.of(key)));
	}

	public static LedgerSettings server(String url, String user, String password) {
		return new LedgerSettings(Optional.of(url), Optional.of(user), Optional.of(Secret.of(password)),
				Optional.empty());
	}

}
