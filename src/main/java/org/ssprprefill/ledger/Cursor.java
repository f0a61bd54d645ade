package org.ssprprefill.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * Rows of a query, streamed over a connection of its own: memory does not grow with the
 * number of rows.
 *
 * @param <T> what a row becomes
 */
public final class Cursor<T> implements AutoCloseable {

	private static final int FETCH_SIZE = 1000;

	private final Connection connection;

	private final ResultSet rows;

	private final Mapping<T> mapping;

	private Cursor(Connection connection, ResultSet rows, Mapping<T> mapping) {
		this.connection = connection;
		this.rows = rows;
		this.mapping = mapping;
	}

	static <T> Cursor<T> open(DataSource dataSource, String sql, Mapping<T> mapping, Object... parameters) {
		try {
			Connection connection = dataSource.getConnection();
			try {
				return new Cursor<>(connection, rows(connection, sql, parameters), mapping);
			}
			catch (SQLException ex) {
				release(connection);
				throw ex;
			}
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	private static ResultSet rows(Connection connection, String sql, Object... parameters) throws SQLException {
		// The driver streams only outside auto-commit
		connection.setAutoCommit(false);
		PatientTransactions.spare(connection);
		PreparedStatement statement = connection.prepareStatement(sql);
		statement.setFetchSize(FETCH_SIZE);
		for (int index = 0; index < parameters.length; index++) {
			statement.setObject(index + 1, parameters[index]);
		}
		return statement.executeQuery();
	}

	private static void release(Connection connection) throws SQLException {
		try (connection) {
			connection.rollback();
			connection.setAutoCommit(true);
		}
	}

	/**
	 * The next row.
	 * @return the row, or nothing after the last
	 */
	public Optional<T> next() {
		try {
			return this.rows.next() ? Optional.of(this.mapping.map(this.rows)) : Optional.empty();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	@Override
	public void close() {
		try {
			release(this.connection);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	private static LedgerException failed(SQLException ex) {
		return DatabaseTrouble.unquoted(ex, "The ledger could not be read (state " + ex.getSQLState()
				+ "). Check that PostgreSQL is up and see its log, then start the same command again.");
	}

	/**
	 * Turns the current row into an object.
	 *
	 * @param <T> the object's type
	 */
	@FunctionalInterface
	interface Mapping<T> {

		T map(ResultSet row) throws SQLException;

	}

}
