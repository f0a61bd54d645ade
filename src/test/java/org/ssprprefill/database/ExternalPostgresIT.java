package org.ssprprefill.database;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.ssprprefill.graph.TestAuthority;
import org.ssprprefill.vault.Vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExternalPostgresIT {

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
		Sql.run(superuser(), "create role guest login password 'guest-of-tests'");
		Sql.run(superuser(), "create database ledger");
		LedgerSettings guest = LedgerSettingsOf.server(server().jdbcUrl().replace("/postgres", "/ledger"), "guest",
				"guest-of-tests");
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> open(guest))
			.withMessageContaining("'guest' may not create the schema sspr_prefill");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			alter role refused set default_transaction_read_only = on | only reads
			alter role refused connection limit 0 | no connection left
			alter role refused set statement_timeout = '1ms' | statement_timeout
			alter role refused nologin | refused the ledger's user
			alter role refused password 'another' | refused the password of the ledger's user
			""")
	void tellsWhatTheServerRefuses(String change, String said) throws Exception {
		Sql.run(superuser(), "create role refused login password 'refused-of-tests'");
		Sql.run(superuser(), "grant create on database postgres to refused");
		try {
			Sql.run(superuser(), change);
			assertThatExceptionOfType(LedgerException.class)
				.isThrownBy(() -> open(settings("refused", "refused-of-tests")))
				.withMessageContaining(said);
		}
		finally {
			Sql.run(superuser(), "drop owned by refused; drop role refused");
		}
	}

	@Test
	void tellsWhatIsWrongWithTls() throws Exception {
		Path authority = TestAuthority.file();
		refusesTls("sslmode=require", "offers no TLS");
		server().offerTls(authority.resolveSibling("throwaway.pem"), authority);
		refusesTls("sslmode=verify-full&sslrootcert=" + this.folder.resolve("none.pem"), "sslrootcert");
		refusesTls("sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory", "is not trusted");
		// An address of the same machine that the certificate does not name
		refusesTls(server().jdbcUrl().replace("127.0.0.1", "127.1"), "sslmode=verify-full&sslrootcert=" + authority,
				"another host name");
	}

	private static void refusesTls(String parameters, String said) {
		refusesTls(server().jdbcUrl(), parameters, said);
	}

	private static void refusesTls(String url, String parameters, String said) {
		LedgerSettings strict = LedgerSettingsOf.server(url + "?" + parameters, server().user(), server().password());
		assertThatExceptionOfType(LedgerException.class)
			.isThrownBy(
					() -> OwnServer.check(OwnServer.connections(strict.url().orElseThrow(), strict), strict.schema()))
			.withMessageContaining(said);
	}

	private static PGSimpleDataSource superuser() {
		PGSimpleDataSource superuser = new PGSimpleDataSource();
		superuser.setUrl(server().jdbcUrl());
		superuser.setUser(server().user());
		superuser.setPassword(server().password());
		return superuser;
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
