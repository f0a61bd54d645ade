package org.ssprprefill.ledger;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions of a run, which stay open for as long as it waits for the tenant: a server
 * that ends idle transactions is told to spare them, each by itself and not its session,
 * which may serve others behind a pooler.
 */
final class PatientTransactions extends JdbcTransactionManager {

	@Serial
	private static final long serialVersionUID = 1L;

	PatientTransactions(DataSource dataSource) {
		super(dataSource);
	}

	@Override
	protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
			throws SQLException {
		super.prepareTransactionalConnection(connection, definition);
		spare(connection);
	}

	/** Spares the transaction that is about to begin on a connection. */
	static void spare(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("set local idle_in_transaction_session_timeout = 0");
		}
	}

}
