package org.ssprprefill.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OwnServerIT {

	@TempDir
	private Path folder;

	@Test
	void explainsThatNothingAnswers() throws IOException {
		int port = closedPort();
		LedgerSettings settings = LedgerSettingsOf
			.server("jdbc:postgresql://127.0.0.1:" + port + "/ledger?password=in-the-url", "kim", "in-the-settings");
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> Database.open(settings, Home.at(this.folder)))
			.withMessageContaining("Nothing answers as PostgreSQL at 127.0.0.1:" + port + "/ledger")
			.withMessageNotContainingAny("in-the-url", "in-the-settings");
	}

	@Test
	void namesEveryHostOfSeveral() throws IOException {
		int port = closedPort();
		LedgerSettings settings = LedgerSettingsOf
			.server("jdbc:postgresql://127.0.0.1:" + port + ",localhost:" + port + "/ledger", "kim", "unused");
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> Database.open(settings, Home.at(this.folder)))
			.withMessageContaining("127.0.0.1:" + port + ",localhost:" + port + "/ledger");
	}

	@Test
	void refusesAnAddressOfAnotherKindWithoutRepeatingIt() {
		LedgerSettings settings = LedgerSettingsOf.server("jdbc:oracle:thin:kim/hidden@server", "kim", "unused");
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> Database.open(settings, Home.at(this.folder)))
			.withMessageContaining("jdbc:postgresql://")
			.withMessageNotContaining("hidden")
			.satisfies((refusal) -> assertThat(refusal.getCause()).isNull());
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
