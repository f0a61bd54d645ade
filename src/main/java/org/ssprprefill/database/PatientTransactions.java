package org.ssprprefill.database;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions that live as long as their purpose asks for, whatever the server allows
 * idle ones: each is told by itself and not its session, which may serve others behind a
 * pooler. None lives for ever, because a process that was suspended in the middle of one
 * would keep the run that takes its place from going on.
 */
final class PatientTransactions extends JdbcTransactionManager {

	@Serial
	private static final long serialVersionUID = 1L;

	/** The longest a chunk of a step may wait for the tenant, which is paced. */
	private static final Duration STEP = Duration.ofMinutes(30);

	/** What waits for the ledger alone never idles for long. */
	private static final Duration STORE = Duration.ofSeconds(20);

	private final Duration idle;

	private PatientTransactions(DataSource dataSource, Duration idle) {
		super(dataSource);
		this.idle = idle;
	}

	/** Those of a step, which may wait for the tenant. */
	static PatientTransactions ofStep(DataSource dataSource) {
		return new PatientTransactions(dataSource, STEP);
	}

	/** Those of a store. */
	static PatientTransactions ofStore(DataSource dataSource) {
		return new PatientTransactions(dataSource, STORE);
	}

	@Override
	protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
			throws SQLException {
		super.prepareTransactionalConnection(connection, definition);
		mayIdle(connection, this.idle);
	}

	/**
	 * A rollback fails where the connection is lost, and the transaction with it: what
	 * led to it says more.
	 */
	@Override
	protected void doRollback(DefaultTransactionStatus status) {
		try {
			super.doRollback(status);
		}
		catch (DataAccessException | TransactionException ex) {
			LoggerFactory.getLogger(PatientTransactions.class).debug("Not rolled back: {}", ex.getClass().getName());
		}
	}

	/** Spares the transaction that is about to begin on a connection, and only reads. */
	static void spare(Connection connection) throws SQLException {
		mayIdle(connection, Duration.ZERO);
	}

	private static void mayIdle(Connection connection, Duration length) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("set local idle_in_transaction_session_timeout = " + length.toMillis());
		}
	}

}
