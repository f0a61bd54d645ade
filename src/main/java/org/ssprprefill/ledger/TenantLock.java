package org.ssprprefill.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * The right to write to a tenant: one run at a time, on whatever machine, as long as they
 * share a database. PostgreSQL frees it when the holder's session ends, so a dead run
 * never blocks the next one.
 */
public final class TenantLock implements AutoCloseable {

	private static final int ANSWER_SECONDS = 5;

	private final Connection session;

	private final long key;

	private TenantLock(Connection session, long key) {
		this.session = session;
		this.key = key;
	}

	/**
	 * Takes the lock if it is free; never waits.
	 * @param dataSource the ledger's database; one connection stays taken until the lock
	 * is closed
	 * @param tenantId the tenant, in any letter case
	 * @return the lock, or nothing if another run holds it
	 * @throws LedgerException if the database does not answer
	 */
	public static Optional<TenantLock> tryAcquire(DataSource dataSource, String tenantId) {
		long key = keyOf(tenantId);
		try {
			Connection session = dataSource.getConnection();
			try {
				if (ask(session, "select pg_try_advisory_lock(?)", key)) {
					return Optional.of(new TenantLock(session, key));
				}
			}
			catch (SQLException ex) {
				session.close();
				throw ex;
			}
			session.close();
			return Optional.empty();
		}
		catch (SQLException ex) {
			throw new LedgerException("The lock of the tenant cannot be taken (SQL state " + ex.getSQLState()
					+ "). Check that the ledger's database runs.", ex);
		}
	}

	/**
	 * Whether the session that holds the lock is still alive; asks the database.
	 * @return {@code false} once the connection was lost or the lock closed: stop writing
	 */
	public boolean isHeld() {
		try {
			return this.session.isValid(ANSWER_SECONDS);
		}
		catch (SQLException ex) {
			throw new LedgerException("The lock of the tenant cannot be checked.", ex);
		}
	}

	/** Frees the lock; a lock lost before is no error. */
	@Override
	public void close() {
		try (this.session) {
			if (isHeld()) {
				ask(this.session, "select pg_advisory_unlock(?)", this.key);
			}
		}
		catch (SQLException ex) {
			if (!isLostConnection(ex)) {
				throw new LedgerException("The lock of the tenant cannot be freed (SQL state " + ex.getSQLState()
						+ "). It is free as soon as this process ends.", ex);
			}
		}
	}

	// Without its session the lock is free already
	private static boolean isLostConnection(SQLException ex) {
		return Optional.ofNullable(ex.getSQLState()).filter((state) -> state.startsWith("08")).isPresent();
	}

	private static boolean ask(Connection session, String question, long key) throws SQLException {
		try (PreparedStatement statement = session.prepareStatement(question)) {
			statement.setLong(1, key);
			try (ResultSet answer = statement.executeQuery()) {
				return answer.next() && answer.getBoolean(1);
			}
		}
	}

	private static long keyOf(String tenantId) {
		try {
			byte[] name = ("sspr-prefill tenant " + tenantId.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
			return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name)).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java runtime has SHA-256", ex);
		}
	}

}
