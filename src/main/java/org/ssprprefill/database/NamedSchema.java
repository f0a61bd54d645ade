package org.ssprprefill.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The one place that knows in which schema a ledger is. Statements are written for the
 * usual one; for another, its name is put in on the way, also by
 * {@link Connection#nativeSQL}. Values are never in a statement's text.
 */
final class NamedSchema extends DelegatingDataSource {

	private static final String WRITTEN = LedgerSettings.USUAL_SCHEMA + ".";

	private final String named;

	private NamedSchema(String schema, DataSource connections) {
		super(connections);
		this.named = schema + ".";
	}

	static DataSource in(String schema, DataSource connections) {
		return schema.equals(LedgerSettings.USUAL_SCHEMA) ? connections : new NamedSchema(schema, connections);
	}

	@Override
	public Connection getConnection() throws SQLException {
		return within(Connection.class, super.getConnection());
	}

	private <T> T within(Class<T> type, T real) {
		return type.cast(Proxy.newProxyInstance(NamedSchema.class.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> {
					if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
						arguments[0] = sql.replace(WRITTEN, this.named);
					}
					try {
						return plain(method.invoke(real, arguments), method.getReturnType());
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				}));
	}

	/** Only a plain statement is given its text later. */
	private @Nullable Object plain(@Nullable Object answer, Class<?> type) {
		return (type == Statement.class && answer instanceof Statement made) ? within(Statement.class, made) : answer;
	}

}
