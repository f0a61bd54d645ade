package org.ssprprefill.ledger;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExternalPostgresTests {

	private static Optional<DebianPostgres> found = Optional.empty();

	@TempDir
	private Path folder;

	@BeforeAll
	static void startServer() {
		found = DebianPostgres.start();
		Assumptions.assumeTrue(found.isPresent(), "No PostgreSQL package under /usr/lib/postgresql");
	}

	@AfterAll
	static void stopServer() {
		found.ifPresent(DebianPostgres::close);
	}

	@Test
	void keepsTheLedgerOnAServerOfTheAdministrator() throws Exception {
		Home home = Home.at(this.folder);
		for (int opening = 0; opening < 2; opening++) {
			try (Database database = Database.open(settings(server().user(), server().password()), home)) {
				Vault.open(LedgerSettingsOf.key("a key for tests, 32 characters or more"), home, database.dataSource());
				assertThat(Sql.ask(database.dataSource(), "select count(*) from sspr_prefill.batch_job_instance"))
					.isEqualTo("0");
			}
		}
		assertThat(home.postgres()).doesNotExist();
	}

	@Test
	void explainsAWrongPasswordWithoutRepeatingIt() {
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> open(settings(server().user(), "wrong-one")))
			.withMessageContaining("ledger.password")
			.withMessageNotContaining("wrong-one");
	}

	@Test
	void explainsAMissingDatabase() {
		LedgerSettings elsewhere = LedgerSettingsOf.server(server().jdbcUrl().replace("/postgres", "/nowhere"),
				server().user(), server().password());
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> open(elsewhere))
			.withMessageContaining("has no such database");
	}

	@Test
	void explainsAMissingRight() throws Exception {
		PGSimpleDataSource superuser = new PGSimpleDataSource();
		superuser.setUrl(server().jdbcUrl());
		superuser.setUser(server().user());
		superuser.setPassword(server().password());
		Sql.run(superuser, "create role guest login password 'guest-of-tests'");
		Sql.run(superuser, "create database ledger");
		LedgerSettings guest = LedgerSettingsOf.server(server().jdbcUrl().replace("/postgres", "/ledger"), "guest",
				"guest-of-tests");
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> open(guest))
			.withMessageContaining("'guest' may not create the schema sspr_prefill");
	}

	private void open(LedgerSettings settings) {
		Database.open(settings, Home.at(this.folder)).close();
	}

	private static LedgerSettings settings(String user, String password) {
		return LedgerSettingsOf.server(server().jdbcUrl(), user, password);
	}

	private static DebianPostgres server() {
		return found.orElseThrow();
	}

}
