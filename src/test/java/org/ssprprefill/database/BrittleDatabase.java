package org.ssprprefill.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.SharedDatabase;

/**
 * The shared database, whose connection to one process is lost on cue: before a statement
 * or a commit arrives, or before its answer does.
 */
public final class BrittleDatabase {

	private final AtomicInteger left = new AtomicInteger(-1);

	private volatile boolean arrives;

	private volatile boolean forGood;

	private volatile boolean gone;

	/**
	 * The ledger over these connections.
	 * @return the ledger, not to be closed
	 */
	public Ledger ledger() {
		return SharedDatabase.ledger(new Database(new Pool(), Database.SCHEMA, Optional.empty()));
	}

	/**
	 * Loses the connection that comes to a statement.
	 * @param statements how many statements and commits succeed before that one
	 * @param arrived whether the server still does what that one says
	 * @param evermore whether the server answers no more at all
	 */
	public void loseAfter(int statements, boolean arrived, boolean evermore) {
		this.arrives = arrived;
		this.forGood = evermore;
		this.left.set(statements);
	}

	private boolean isDue() {
		return this.left.get() >= 0 && this.left.getAndDecrement() == 0;
	}

	private static SQLException lost() {
		return new SQLException("An I/O error occurred while sending to the backend.", "08006");
	}

	private <T> T over(Class<T> type, T real, AtomicBoolean lost) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				String name = method.getName();
				if (lost.get() && !name.equals("close")) {
					throw lost();
				}
				boolean cut = (name.startsWith("execute") || name.equals("commit")) && isDue();
				Object answer = (!cut || this.arrives) ? called(() -> method.invoke(real, arguments)) : null;
				if (cut) {
					this.gone = this.forGood;
					lost.set(true);
					throw lost();
				}
				return statement(answer, lost);
			}));
	}

	private static @Nullable Object called(Call call) throws Throwable {
		try {
			return call.now();
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private @Nullable Object statement(@Nullable Object answer, AtomicBoolean lost) {
		if (answer instanceof CallableStatement callable) {
			return over(CallableStatement.class, callable, lost);
		}
		if (answer instanceof PreparedStatement prepared) {
			return over(PreparedStatement.class, prepared, lost);
		}
		return (answer instanceof Statement plain) ? over(Statement.class, plain, lost) : answer;
	}

	/** A call of the real connection. */
	private interface Call {

		@Nullable Object now() throws Exception;

	}

	/** No pool of its own; a connection that is given back is rolled back. */
	private final class Pool extends HikariDataSource {

		@Override
		public Connection getConnection() throws SQLException {
			if (BrittleDatabase.this.gone) {
				throw new SQLTransientConnectionException("Connection is not available", "08001");
			}
			return over(Connection.class, SharedDatabase.dataSource().getConnection(), new AtomicBoolean());
		}

	}

}
