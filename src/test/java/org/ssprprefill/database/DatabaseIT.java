package org.ssprprefill.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseIT {

	/** What an administrator may have set for people who forget to log off. */
	private static final List<String> PATIENCE = List.of("idle_session_timeout", "idle_in_transaction_session_timeout");

	@TempDir
	private Path folder;

	@Test
	void keepsWhatWasCommittedFromOneOpeningToTheNext() throws Exception {
		Home home = Home.at(this.folder.resolve("home"));
		try (Database first = Database.open(LedgerSettingsOf.embedded(), home)) {
			Sql.run(first.dataSource(), "create table sspr_prefill.kept as select 'committed' as word");
			assertThatExceptionOfType(HomeBusyException.class)
				.isThrownBy(() -> Database.open(LedgerSettingsOf.embedded(), home))
				.withMessageContaining("process " + ProcessHandle.current().pid());
			assertSafeServer(first);
			for (String timeout : PATIENCE) {
				Sql.run(first.dataSource(), "alter role postgres set " + timeout + " = '1min'");
			}
		}
		assertThat(home.postgres().resolve("data/postmaster.pid")).doesNotExist();
		try (Database second = Database.open(LedgerSettingsOf.embedded(), home)) {
			assertThat(Sql.ask(second.dataSource(), "select word from sspr_prefill.kept")).isEqualTo("committed");
			for (String timeout : PATIENCE) {
				assertThat(Sql.ask(second.dataSource(), "show " + timeout)).as("nothing is set for a session")
					.isEqualTo("1min");
			}
			String spared = new TransactionTemplate(PatientTransactions.ofStep(second.dataSource()))
				.execute((status) -> JdbcClient.create(second.dataSource())
					.sql("show idle_in_transaction_session_timeout")
					.query(String.class)
					.single());
			assertThat(spared).isEqualTo("30min");
		}
	}

	private static void assertSafeServer(Database database) throws Exception {
		for (List<String> setting : List.of(List.of("fsync", "on"), List.of("synchronous_commit", "on"),
				List.of("unix_socket_directories", ""), List.of("listen_addresses", "127.0.0.1"),
				List.of("server_encoding", "UTF8"), List.of("application_name", "sspr-prefill"),
				List.of("search_path", "\"$user\", public"))) {
			assertThat(Sql.ask(database.dataSource(), "show " + setting.get(0))).as(setting.get(0))
				.isEqualTo(setting.get(1));
		}
		assertThat(Sql.ask(database.dataSource(), "select count(*) from pg_hba_file_rules where auth_method = 'trust'"))
			.isEqualTo("0");
		assertThat(Sql.ask(database.dataSource(), "select lower('ÅSA')")).isEqualTo("åsa");
		assertThat(Sql.ask(database.dataSource(),
				"select count(*) from pg_tables where schemaname = 'sspr_prefill' and tablename like 'batch!_%' escape '!'"))
			.isEqualTo("6");
	}

	@Test
	void recoversFromAKilledProcessAndItsOrphanedServer() throws Exception {
		Path place = this.folder.resolve("home");
		Process holder = DatabaseHolder.start(place);
		Home home = Home.at(place);
		assertThatExceptionOfType(HomeBusyException.class)
			.isThrownBy(() -> Database.open(LedgerSettingsOf.embedded(), home))
			.withMessageContaining("process " + holder.pid());
		ProcessHandle orphan = serverOf(home);
		holder.destroyForcibly().waitFor();
		assertThat(orphan.isAlive()).isTrue();
		try (Database database = Database.open(LedgerSettingsOf.embedded(), home)) {
			assertThat(orphan.isAlive()).isFalse();
			assertThat(Sql.ask(database.dataSource(), "select count(*) from sspr_prefill.kept")).isEqualTo("1");
		}
	}

	@Test
	void beginsAnewOverAHalfMadeDataFolder() throws Exception {
		Home home = Home.at(this.folder.resolve("home"));
		Path data = Files.createDirectories(home.postgres().resolve("data/base"));
		Files.writeString(data.resolve("1"), "half");
		try (Database database = Database.open(LedgerSettingsOf.embedded(), home)) {
			assertThat(Sql.ask(database.dataSource(), "select 1")).isEqualTo("1");
		}
	}

	private static ProcessHandle serverOf(Home home) throws Exception {
		String pid = Files.readAllLines(home.postgres().resolve("data/postmaster.pid")).get(0);
		return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
	}

}
