package org.ssprprefill.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One transaction for a library that believes it has sessions of its own: a pooler keeps
 * it on one session, and what the library sets there is reset before the end. Two
 * processes do this one after the other.
 */
final class OneTransaction implements AutoCloseable {

	private static final Set<String> LEFT_TO_US = Set.of("commit", "close", "setAutoCommit");

	private static final String ABORTED = "25P02";

	private final Connection connection;

	private @Nullable Throwable failed;

	private OneTransaction(Connection connection) {
		this.connection = connection;
	}

	static OneTransaction begin(DataSource source) {
		try {
			Connection connection = source.getConnection();
			connection.setAutoCommit(false);
			execute(connection, "select pg_advisory_xact_lock(hashtext('sspr-prefill tables'))");
			return new OneTransaction(connection);
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	/** Connections that are all the same one, and never commit by themselves. */
	DataSource asDataSource() {
		Connection within = within(Connection.class, this.connection);
		return new SingleConnectionDataSource(within, true);
	}

	private <T> T within(Class<T> type, T real) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				if (type == Connection.class && LEFT_TO_US.contains(method.getName())) {
					return null;
				}
				try {
					Object answer = method.invoke(real, arguments);
					return (type == Connection.class) ? statement(answer) : answer;
				}
				catch (InvocationTargetException ex) {
					throw first(ex.getTargetException());
				}
			}));
	}

	private @Nullable Object statement(@Nullable Object made) {
		if (made instanceof PreparedStatement prepared) {
			return within(PreparedStatement.class, prepared);
		}
		return (made instanceof Statement plain) ? within(Statement.class, plain) : made;
	}

	/** What follows a failure says no more than that there was one. */
	private Throwable first(Throwable failure) {
		boolean consequence = failure instanceof SQLException sql && ABORTED.equals(sql.getSQLState());
		if (!consequence || this.failed == null) {
			this.failed = failure;
		}
		return this.failed;
	}

	/** Commits everything, and leaves nothing to whichever session it was. */
	void commit() {
		try {
			execute(this.connection, "reset search_path");
			this.connection.commit();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static LedgerException failed(SQLException ex) {
		return new LedgerException(DatabaseTrouble.of(ex)
			.orElse("The tables of the ledger cannot be looked at (SQL state " + ex.getSQLState() + ")."), ex);
	}

	/** Rolls back what was not committed. */
	@Override
	public void close() {
		try {
			this.connection.close();
		}
		catch (SQLException ex) {
			throw failed(ex);
		}
	}

}
