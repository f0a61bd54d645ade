package org.ssprprefill.vault;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.database.LedgerSettingsOf;
import org.ssprprefill.database.Sql;
import org.ssprprefill.ledger.SharedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VaultKeyStoreIT {

	private static final String OLD = "the first key, of 32 characters or more";

	private static final String NEW = "the second key, of 32 characters or more";

	@TempDir
	private Path folder;

	@Test
	void admitsOnlyTheKeyTheLedgerWasWrittenUnder() throws Exception {
		Vault first = Vault.open(LedgerSettingsOf.embedded(), SharedDatabase.home(), SharedDatabase.dataSource());
		String print = first.fingerprint(MethodKind.EMAIL, "kim@example.org");
		assertThat(Vault.open(LedgerSettingsOf.embedded(), SharedDatabase.home(), SharedDatabase.dataSource())
			.fingerprint(MethodKind.EMAIL, "kim@example.org")).isEqualTo(print);
		assertThatExceptionOfType(LedgerException.class)
			.isThrownBy(() -> Vault.open(LedgerSettingsOf.key("another key of 32 characters or more"),
					SharedDatabase.home(), SharedDatabase.dataSource()))
			.withMessageContaining("The ledger was written under another key");
		Home newHome = Home.at(this.folder.resolve("new"));
		assertThatExceptionOfType(LedgerException.class)
			.isThrownBy(() -> Vault.open(LedgerSettingsOf.embedded(), newHome, SharedDatabase.dataSource()))
			.withMessageContaining("missing");
		assertThat(Sql.ask(SharedDatabase.dataSource(), "select count(*) from sspr_prefill.vault_key")).isEqualTo("1");
	}

	@Test
	void takesANewKeyAsLongAsTheEarlierOneStandsBelowIt() throws Exception {
		Sql.run(SharedDatabase.dataSource(), "create database rotated");
		PGSimpleDataSource ledger = new PGSimpleDataSource();
		ledger.setUrl(SharedDatabase.access().get(0).replaceFirst("/[^/]*$", "/rotated"));
		ledger.setUser("postgres");
		ledger.setPassword(SharedDatabase.access().get(1));
		Sql.run(ledger, "create schema sspr_prefill");
		Sql.run(ledger, "create table sspr_prefill.vault_key (key_id text, known_text bytea,"
				+ " created_at timestamptz default now())");
		byte[] old = open(ledger, OLD).seal("+1 2065550100", "change:mobile");
		Vault rotated = open(ledger, NEW + "\n" + OLD);
		assertThat(rotated.open(old, "change:mobile")).isEqualTo("+1 2065550100");
		byte[] fresh = rotated.seal("+1 2065550101", "change:mobile");
		assertThat(open(ledger, NEW + "\n" + OLD).open(fresh, "change:mobile")).isEqualTo("+1 2065550101");
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> open(ledger, NEW))
			.withMessageContaining("under an earlier key")
			.withMessageContaining("nothing was changed");
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> open(ledger, OLD));
		assertThat(Sql.ask(ledger, "select count(*) from sspr_prefill.vault_key")).isEqualTo("2");
		Sql.run(SharedDatabase.dataSource(), "drop database rotated");
	}

	private Vault open(PGSimpleDataSource ledger, String key) {
		return Vault.open(LedgerSettingsOf.key(key), Home.at(this.folder), ledger);
	}

}
