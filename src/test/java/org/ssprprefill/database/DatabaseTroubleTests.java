package org.ssprprefill.database;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseTroubleTests {

	@ParameterizedTest
	@CsvSource({ "53100, is full", "08006, was lost", "57P01, was lost", "57P03, starting up",
			"57014, statement_timeout", "25P03, idle_in_transaction_session_timeout", "57P05, idle_session_timeout",
			"25P04, transaction_timeout", "53300, max_connections", "25006, targetServerType=primary",
			"28P01, ledger.password", "28000, pg_hba.conf", "53200, memory", "42501, Grant", "55P03, lock_timeout",
			"55000, allow_connections" })
	void saysWhatToDoWhereverInTheCausesTheDatabaseSpeaks(String state, String said) {
		SQLException sql = new SQLException("could not extend file", state);
		assertThat(
				DatabaseTrouble.of(new IllegalStateException("step failed", new RuntimeException(sql))).orElseThrow())
			.contains(said, "SQL state " + state, "start the same command again");
	}

	/** PgBouncer has one state for whatever it refuses. */
	@ParameterizedTest
	@ValueSource(strings = { "no such database: sspr", "password authentication failed", "query_wait_timeout",
			"no more connections allowed (max_client_conn)" })
	void quotesAPoolerWhichHasNoStatesOfItsOwn(String said) {
		SQLException refused = new PSQLException(new ServerErrorMessage("SFATAL\0C08P01\0M" + said + "\0"));
		assertThat(DatabaseTrouble.of(refused).orElseThrow())
			.contains("pooler in front of it says \"" + said + "\"", "SQL state 08P01")
			.doesNotContain("firewall");
		assertThat(DatabaseTrouble.of(new SQLException("kim", "08P01")).orElseThrow()).doesNotContain("kim");
	}

	@Test
	void isToldWhenRowsAreReadOrBrought() {
		DataSource full = failing(new SQLException("could not write to file: kim", "53100"));
		CopyWriter rows = new CopyWriter();
		rows.column("kim").end();
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> rows.into(full, "verdict (run)"))
			.withMessageContaining("Free space on it")
			.withMessageNotContaining("kim");
		assertThatExceptionOfType(LedgerException.class)
			.isThrownBy(() -> Cursor.open(full, "select 1", (row) -> row.getInt(1)))
			.withMessageContaining("Free space on it")
			.withMessageNotContaining("kim");
	}

	@ParameterizedTest
	@CsvSource({ "08006, true", "57P01, true", "57P03, true", ", true", "53100, false", "57014, false",
			"23505, false" })
	void tellsWhatARestartOfTheServerLooksLikeWhereverItIsMet(String state, boolean lost) {
		SQLException failure = new SQLException("kim", state);
		assertThat(DatabaseTrouble.isLost(new IllegalStateException(failure))).isEqualTo(lost);
		assertThatExceptionOfType(LedgerException.class)
			.isThrownBy(() -> Cursor.open(failing(failure), "select 1", (row) -> row.getInt(1)))
			.satisfies((told) -> assertThat(DatabaseTrouble.isLost(told)).isEqualTo(lost))
			.satisfies((told) -> assertThat(Stream.<Throwable>iterate(told, Objects::nonNull, Throwable::getCause))
				.noneMatch((cause) -> cause.toString().contains("kim")));
	}

	private static DataSource failing(SQLException failure) {
		Connection connection = fake(Connection.class, (method) -> {
			if (Set.of("unwrap", "createStatement", "prepareStatement").contains(method)) {
				throw failure;
			}
			return null;
		});
		return fake(DataSource.class, (method) -> connection);
	}

	private static <T> T fake(Class<T> type, Answers answers) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> answers.to(method.getName())));
	}

	@FunctionalInterface
	private interface Answers {

		@Nullable Object to(String method) throws SQLException;

	}

	/** A rollback that fails on a connection that is gone hides what was before it. */
	@Test
	void tellsWhatThePoolSaysOfALostDatabase() {
		assertThat(DatabaseTrouble
			.of(new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed")))
			.orElseThrow()).contains("was lost", "start the same command again");
	}

	@Test
	void leavesOtherFailuresToOthers() {
		assertThat(DatabaseTrouble.of(new SQLException("duplicate key", "23505"))).isEmpty();
		assertThat(DatabaseTrouble.of(new SQLException("interrupted", new InterruptedException()))).isEmpty();
		assertThat(DatabaseTrouble.of(new IllegalStateException("no database in sight"))).isEmpty();
	}

}
