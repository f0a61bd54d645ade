package org.ssprprefill.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Function;

import javax.sql.DataSource;

/**
 * The table {@code vault_key}: a known text sealed under the ledger's key, so that a
 * wrong key is refused before anything is written under it.
 */
final class VaultKeyStore {

	private static final String KNOWN_TEXT = "This ledger opens with this key.";

	private static final String CONTEXT = "vault-key";

	private VaultKeyStore() {
	}

	/**
	 * Lets a vault in if its key is the ledger's, or the first ever.
	 * @param maker makes the vault; told whether the ledger is new
	 */
	static Vault admit(DataSource dataSource, Function<Boolean, Vault> maker) {
		try (Connection connection = dataSource.getConnection()) {
			connection.setAutoCommit(false);
			try {
				Vault vault = admit(connection, maker);
				connection.commit();
				return vault;
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			throw new LedgerException("The ledger's key cannot be checked against the database (SQL state "
					+ ex.getSQLState() + "). Check the rights of the ledger's user.", ex);
		}
	}

	private static Vault admit(Connection connection, Function<Boolean, Vault> maker) throws SQLException {
		// Two processes may open a new ledger at once; only one key may win
		try (Statement lock = connection.createStatement()) {
			lock.execute("lock table vault_key in exclusive mode");
		}
		Optional<Seal> seal = read(connection);
		Vault vault = maker.apply(seal.isEmpty());
		if (seal.isEmpty()) {
			write(connection, vault);
		}
		else if (!seal.get().opensWith(vault)) {
			throw new LedgerException("The ledger was written under another key. Set ledger.key, "
					+ "or put back the key file, that it was written with; nothing was changed.");
		}
		return vault;
	}

	private static Optional<Seal> read(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select key_id, known_text from vault_key")) {
			return row.next() ? Optional.of(new Seal(row.getString(1), row.getBytes(2))) : Optional.empty();
		}
	}

	private static void write(Connection connection, Vault vault) throws SQLException {
		try (PreparedStatement insert = connection
			.prepareStatement("insert into vault_key (key_id, known_text) values (?, ?)")) {
			insert.setString(1, vault.keyId());
			insert.setBytes(2, vault.seal(KNOWN_TEXT, CONTEXT));
			insert.executeUpdate();
		}
	}

	/** What tells whether a key is the one this ledger was sealed with. */
	private record Seal(String keyId, byte[] knownText) {

		boolean opensWith(Vault vault) {
			return this.keyId.equals(vault.keyId()) && vault.open(this.knownText, CONTEXT).equals(KNOWN_TEXT);
		}

	}

}
