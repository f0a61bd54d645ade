package org.ssprprefill.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.LedgerSettings;
import org.ssprprefill.database.LedgerSettingsOf;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerStateIT {

	@TempDir
	private Path folder;

	private static LedgerSettings shared(String password, Optional<String> key) {
		return new LedgerSettings(Optional.of(SharedDatabase.access().get(0)), Optional.of("postgres"),
				Optional.of(Secret.of(password)), key.map(Secret::of));
	}

	private Home home() {
		return Home.at(this.folder.resolve("home"));
	}

	@Test
	void opensALedgerAsFarAsItGoes() {
		List<String> access = SharedDatabase.access();
		SharedDatabase.vault();
		LedgerState state = LedgerState.of(shared(access.get(1), Optional.empty()), SharedDatabase.home());
		assertThat(state).isInstanceOfSatisfying(LedgerState.Open.class, (open) -> {
			try (Ledger ledger = open.ledger()) {
				assertThat(open.tables()).matches("\\d[\\d.]*");
				assertThat(ledger.runs().find("nobody's")).isEmpty();
			}
		});
	}

	@Test
	void saysThatTheKeyIsInTheWay() {
		SharedDatabase.vault();
		assertThat(LedgerState
			.of(shared(SharedDatabase.access().get(1), Optional.of("another key of 32 characters or more")), home()))
			.isInstanceOfSatisfying(LedgerState.Closed.class, (closed) -> {
				assertThat(closed.part()).isEqualTo(LedgerState.Part.KEY);
				assertThat(closed.problem()).contains("written under another key");
			});
	}

	@Test
	void saysThatTheServerIsInTheWay() {
		LedgerSettings nowhere = LedgerSettingsOf.server("jdbc:postgresql://127.0.0.1:1/sspr", "sspr", "secret");
		assertThat(LedgerState.of(nowhere, home())).isInstanceOfSatisfying(LedgerState.Closed.class, (closed) -> {
			assertThat(closed.part()).isEqualTo(LedgerState.Part.SERVER);
			assertThat(closed.problem()).contains("Nothing answers");
		});
	}

	@Test
	void tellsABusyHomeFromABrokenOne() {
		SharedDatabase.vault();
		assertThat(LedgerState.of(LedgerSettingsOf.embedded(), SharedDatabase.home()))
			.isInstanceOf(LedgerState.Busy.class);
	}

}
