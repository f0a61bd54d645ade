package org.ssprprefill.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * Lets PostgreSQL count what was just brought in bulk, before it is asked about it
 * (postgresql.org, "Populating a Database": run ANALYZE afterwards). Left to itself it
 * counts minutes later, does not expect a run it has not seen, and then looks through all
 * rows of the run for each single person.
 */
public final class Statistics {

	private Statistics() {
	}

	/**
	 * Counts, on a connection of its own, so that no longer transaction waits.
	 */
	public static void refresh(DataSource dataSource, String tables) {
		try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("analyze " + tables.replaceAll("(\\w+)", Database.SCHEMA + ".$1"));
		}
		catch (SQLException ex) {
			throw new LedgerException("The ledger's tables could not be counted (state " + ex.getSQLState()
					+ "). Check that PostgreSQL is up and see its log, then start the same command again.", ex);
		}
	}

}
