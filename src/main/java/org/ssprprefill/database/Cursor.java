package org.ssprprefill.database;

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

	/**
	 * Asks, and waits for the first rows.
	 * @param dataSource the database
	 * @param sql the query
	 * @param mapping turns a row into an object
	 * @param parameters the query's parameters
	 * @param <T> what a row becomes
	 * @return the rows; to be closed
	 * @throws LedgerException if they cannot be read
	 */
	public static <T> Cursor<T> open(DataSource dataSource, String sql, Mapping<T> mapping, Object... parameters) {
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
	public interface Mapping<T> {

		/**
		 * Maps one row.
		 * @param row the current row
		 * @return the object
		 * @throws SQLException if the row cannot be read
		 */
		T map(ResultSet row) throws SQLException;

	}

}
