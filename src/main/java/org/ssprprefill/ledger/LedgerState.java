package org.ssprprefill.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.ssprprefill.database.Database;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.HomeBusyException;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.database.LedgerSettings;
import org.ssprprefill.database.LedgerTablesException;
import org.ssprprefill.vault.Vault;

/** How far the ledger can be opened, for those who want to know what is in the way. */
public sealed interface LedgerState {

	/**
	 * Opens the ledger as far as it goes. As for every command, a new ledger is made, and
	 * the tables of an older one are brought up to date.
	 * @param settings where the ledger is
	 * @param home the home folder
	 * @return an open ledger, to be closed by the caller, or what is in the way
	 */
	static LedgerState of(LedgerSettings settings, Home home) {
		try {
			return opened(Database.open(settings, home), settings, home);
		}
		catch (HomeBusyException ex) {
			return new Busy(String.valueOf(ex.getMessage()));
		}
		catch (LedgerTablesException ex) {
			return new Closed(Part.TABLES, String.valueOf(ex.getMessage()));
		}
		catch (LedgerException ex) {
			return new Closed(Part.SERVER, String.valueOf(ex.getMessage()));
		}
	}

	private static LedgerState opened(Database database, LedgerSettings settings, Home home) {
		try {
			Vault vault = Vault.open(settings, home, database.dataSource());
			String tables = JdbcClient.create(database.dataSource())
				.sql("select version from sspr_prefill.flyway_schema_history where success and version is not null"
						+ " order by installed_rank desc limit 1")
				.query(String.class)
				.single();
			return new Open(new Ledger(database, vault), tables);
		}
		catch (LedgerException ex) {
			database.close();
			return new Closed(Part.KEY, String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	/**
	 * The ledger is open.
	 *
	 * @param ledger the ledger
	 * @param tables the version of its tables
	 */
	record Open(Ledger ledger, String tables) implements LedgerState {
	}

	/**
	 * Another process uses the home folder.
	 *
	 * @param problem which one
	 */
	record Busy(String problem) implements LedgerState {
	}

	/**
	 * The ledger cannot be opened.
	 *
	 * @param part the part that is in the way
	 * @param problem what is wrong with it, and the remedy
	 */
	record Closed(Part part, String problem) implements LedgerState {
	}

	/** The parts of a ledger, in the order in which they are opened. */
	enum Part {

		/** The database server, or the home folder it is in. */
		SERVER,

		/** The tables. */
		TABLES,

		/** The key. */
		KEY

	}

}
