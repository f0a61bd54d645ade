package org.ssprprefill.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

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
		settings.user().ifPresent(source::setUser);
		settings.password().ifPresent((password) -> source.setPassword(password.inClear()));
		return source;
	}

	static void check(PGSimpleDataSource source) {
		try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
			refuseUnfit(statement, name(source), Optional.ofNullable(source.getUser()).orElse(""));
		}
		catch (SQLException ex) {
			throw explained(ex, source);
		}
	}

	private static void refuseUnfit(Statement statement, String name, String user) throws SQLException {
		try (ResultSet row = statement.executeQuery("""
				select current_setting('server_version_num')::int, current_setting('server_version'),
					current_setting('server_encoding'),
					case when to_regnamespace('sspr_prefill') is null
						then has_database_privilege(current_database(), 'CREATE')
						else has_schema_privilege('sspr_prefill', 'CREATE') end""")) {
			row.next();
			if (row.getInt(1) < OLDEST) {
				throw new LedgerException("The server " + name + " runs PostgreSQL " + row.getString(2)
						+ "; the ledger needs version 14 or later.");
			}
			if (!row.getString(3).equals("UTF8")) {
				throw new LedgerException("The database " + name + " stores text as " + row.getString(3)
						+ "; the ledger needs UTF8. Create a database with encoding 'UTF8' for it.");
			}
			if (!row.getBoolean(4)) {
				throw new LedgerException("User '" + user + "' may not create the schema " + Database.SCHEMA + " in "
						+ name + ". Let the server's administrator grant CREATE on the database to that user.");
			}
		}
	}

	private static LedgerException explained(SQLException ex, PGSimpleDataSource source) {
		String name = name(source);
		String state = Optional.ofNullable(ex.getSQLState()).orElse("");
		return new LedgerException(switch (state) {
			case "28P01", "28000", "08004" -> "The server " + name
					+ " refused the ledger's user. Check ledger.user and ledger.password, and the server's pg_hba.conf.";
			case "3D000" ->
				"The server " + name + " has no such database. Create it, or correct the name in ledger.url.";
			case "42501" -> "The ledger's user may not connect to " + name + ". Grant CONNECT on the database.";
			case "08001", "08006" -> "Nothing answers as PostgreSQL at " + name
					+ ". Check ledger.url, that the server runs, and that no firewall is in between.";
			default -> "The ledger's server " + name + " cannot be used (SQL state " + state + ").";
		}, ex);
	}

	private static String name(PGSimpleDataSource source) {
		int port = source.getPortNumbers()[0];
		return source.getServerNames()[0] + ((port == 0) ? "" : ":" + port) + "/" + source.getDatabaseName();
	}

}
