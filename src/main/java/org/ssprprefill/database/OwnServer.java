package org.ssprprefill.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * The administrator's own PostgreSQL server: reached once before anything else happens,
 * so that what is wrong is said in plain words. The URL is never printed as it may hold a
 * password.
 */
final class OwnServer {

	/** PostgreSQL 14, as {@code server_version_num} counts. */
	private static final int OLDEST = 140000;

	private OwnServer() {
	}

	static PGSimpleDataSource connections(String url, LedgerSettings settings) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		try {
			source.setUrl(url);
		}
		catch (IllegalArgumentException ex) {
			// The cause is left out: it repeats the URL
			throw new LedgerException("ledger.url is not an address of PostgreSQL. "
					+ "Write it as jdbc:postgresql://server:5432/database.");
		}
		if (source.getPrepareThreshold() > 0) {
			// What is prepared for a session is not there in the next one of a pooler
			source.setPrepareThreshold(0);
		}
		settings.user().ifPresent(source::setUser);
		settings.password().ifPresent((password) -> source.setPassword(password.inClear()));
		return source;
	}

	static void check(PGSimpleDataSource source, String schema) {
		try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
			refuseUnfit(statement, source, schema);
		}
		catch (SQLException ex) {
			throw explained(ex, source);
		}
	}

	private static void refuseUnfit(Statement statement, PGSimpleDataSource source, String schema) throws SQLException {
		String name = name(source);
		try (ResultSet row = statement.executeQuery("""
				select current_setting('server_version_num')::int, current_setting('server_version'),
					current_setting('server_encoding'),
					case when to_regnamespace('{schema}') is null
						then has_database_privilege(current_database(), 'CREATE')
						else has_schema_privilege('{schema}', 'CREATE') end,
					current_setting('transaction_read_only')::boolean""".replace("{schema}", schema))) {
			row.next();
			if (row.getInt(1) < OLDEST) {
				throw new LedgerException("The server " + name + " runs PostgreSQL " + row.getString(2)
						+ "; the ledger needs version 14 or later.");
			}
			if (!row.getString(3).equals("UTF8")) {
				throw new LedgerException("The database " + name + " stores text as " + row.getString(3)
						+ "; the ledger needs UTF8. Create a database with encoding 'UTF8' for it.");
			}
			if (row.getBoolean(5)) {
				throw explained(new SQLException("read only", "25006"), source);
			}
			if (!row.getBoolean(4)) {
				throw new LedgerException("User '" + Optional.ofNullable(source.getUser()).orElse("")
						+ "' may not create the schema " + schema + " in " + name
						+ ". Let the server's administrator grant CREATE on the database to that user.");
			}
		}
	}

	private static LedgerException explained(SQLException ex, PGSimpleDataSource source) {
		String server = "The ledger's server " + name(source);
		String told = ServerRefusal.of(ex, server, "Nothing answers as PostgreSQL at " + name(source))
			.map((refusal) -> refusal.happened() + ". " + refusal.remedy())
			.orElse(server + " cannot be used (SQL state " + ServerRefusal.state(ex) + ").");
		return new LedgerException(told, ex);
	}

	/** Every host, as any of them may be the one that does not answer. */
	private static String name(PGSimpleDataSource source) {
		String[] hosts = source.getServerNames();
		int[] ports = source.getPortNumbers();
		return IntStream.range(0, hosts.length)
			.mapToObj((i) -> hosts[i] + ((ports[i] == 0) ? "" : ":" + ports[i]))
			.collect(Collectors.joining(",")) + "/" + source.getDatabaseName();
	}

}
