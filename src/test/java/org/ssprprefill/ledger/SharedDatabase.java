package org.ssprprefill.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.database.Database;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.LedgerSettingsOf;
import org.ssprprefill.vault.Vault;

/**
 * One embedded database for all tests of a process, as a start costs seconds. Tests use
 * keys of their own and leave others' rows alone.
 */
public final class SharedDatabase {

	private static final Home HOME = Home.at(temporaryFolder());

	private static final Database DATABASE = Database.open(LedgerSettingsOf.embedded(), HOME);

	static {
		hurry();
		Runtime.getRuntime().addShutdownHook(new Thread(SharedDatabase::remove));
	}

	private SharedDatabase() {
	}

	/**
	 * The home the database is in, with the ledger's key.
	 * @return a temporary folder
	 */
	public static Home home() {
		return HOME;
	}

	/**
	 * The database's connections.
	 * @return the pool
	 */
	public static DataSource dataSource() {
		return DATABASE.dataSource();
	}

	/**
	 * The database's address and password, for programs that connect by themselves; the
	 * user is {@code postgres}.
	 * @return a JDBC URL and its password, in this order
	 */
	public static List<String> access() {
		try (Connection connection = dataSource().getConnection()) {
			String url = connection.getMetaData().getURL().replaceFirst("\\?.*", "");
			return List.of(url, Files.readString(HOME.postgres().resolve("password")).strip());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The vault every test of this database shares: it has one key.
	 * @return the vault under the home's key
	 */
	public static Vault vault() {
		return Vault.open(LedgerSettingsOf.embedded(), HOME, dataSource());
	}

	/**
	 * The whole ledger on this database; not to be closed.
	 * @return the ledger
	 */
	public static Ledger ledger() {
		return ledger(DATABASE);
	}

	/**
	 * The ledger on this database by other connections; not to be closed.
	 * @param connections the connections
	 * @return the ledger
	 */
	public static Ledger ledger(Database connections) {
		return new Ledger(connections, vault());
	}

	/** What is thrown away with the process need not survive a power cut. */
	private static void hurry() {
		JdbcTemplate jdbc = new JdbcTemplate(DATABASE.dataSource());
		List.of("fsync", "synchronous_commit", "full_page_writes")
			.forEach((setting) -> jdbc.execute("alter system set " + setting + " = off"));
		jdbc.queryForList("select pg_reload_conf()");
	}

	private static Path temporaryFolder() {
		try {
			return Files.createTempDirectory("ledger");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void remove() {
		DATABASE.close();
		try (Stream<Path> files = Files.walk(HOME.folder())) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
