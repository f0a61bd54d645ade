package org.ssprprefill.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OnePatienceTests {

	private final AtomicInteger waited = new AtomicInteger();

	@Test
	void waitsOnceForADatabaseThatIsLost() {
		OnePatience connections = new OnePatience(failing(new SQLTransientConnectionException("timed out", "08001")));
		for (int step = 0; step < 3; step++) {
			assertThatExceptionOfType(SQLException.class).isThrownBy(connections::getConnection)
				.satisfies((failure) -> assertThat(DatabaseTrouble.of(failure)).isPresent());
		}
		assertThat(this.waited).hasValue(1);
	}

	@Test
	void asksAgainAfterOtherFailures() {
		OnePatience connections = new OnePatience(failing(new SQLException("refused", "28P01")));
		for (int step = 0; step < 3; step++) {
			assertThatExceptionOfType(SQLException.class).isThrownBy(connections::getConnection);
		}
		assertThat(this.waited).hasValue(3);
	}

	private AbstractDataSource failing(SQLException failure) {
		return new AbstractDataSource() {

			@Override
			public Connection getConnection() throws SQLException {
				OnePatienceTests.this.waited.incrementAndGet();
				throw failure;
			}

			@Override
			public Connection getConnection(String user, String password) throws SQLException {
				return getConnection();
			}

		};
	}

}
