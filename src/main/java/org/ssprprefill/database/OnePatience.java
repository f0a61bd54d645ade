package org.ssprprefill.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections of a database that is waited for once: whatever asks after it was given up
 * is refused at once, so that a run does not wait again for each of its steps.
 */
final class OnePatience extends DelegatingDataSource {

	private volatile @Nullable SQLException givenUp;

	/**
	 * Creates connections with one patience.
	 * @param pool waits for a connection, as long as the patience is
	 */
	OnePatience(DataSource pool) {
		super(pool);
	}

	@Override
	public Connection getConnection() throws SQLException {
		SQLException before = this.givenUp;
		if (before != null) {
			throw again(before);
		}
		try {
			return super.getConnection();
		}
		catch (SQLTransientConnectionException ex) {
			this.givenUp = ex;
			throw ex;
		}
	}

	private static SQLException again(SQLException before) {
		return new SQLTransientConnectionException(before.getMessage(), before.getSQLState(), before);
	}

}
