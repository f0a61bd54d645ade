package org.ssprprefill.ledger;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VaultKeyStoreTests {

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
		assertThat(Sql.ask(SharedDatabase.dataSource(), "select count(*) from vault_key")).isEqualTo("1");
	}

}
