package org.ssprprefill.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import javax.sql.DataSource;

import org.ssprprefill.database.LedgerException;

/**
 * The table {@code vault_key}: a known text sealed under each key the ledger ever had, so
 * that a wrong key is refused before anything is written under it.
 */
final class VaultKeyStore {

	private static final String KNOWN_TEXT = "This ledger opens with this key.";

	private static final String CONTEXT = "vault-key";

	private VaultKeyStore() {
	}

	/**
	 * Lets a vault in if it has every key of the ledger, or the first ever. A new key in
	 * front of them is remembered.
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
			lock.execute("lock table sspr_prefill.vault_key in exclusive mode");
		}
		List<Seal> seals = read(connection);
		Vault vault = maker.apply(seals.isEmpty());
		List<Seal> closed = seals.stream().filter((seal) -> !seal.opensWith(vault)).toList();
		if (!closed.isEmpty() && closed.size() < seals.size()) {
			throw new LedgerException(
					"The ledger also holds values that were written under an earlier key (id " + closed.get(0).keyId()
							+ "). Put that key back on a line of its own below the new one; " + "nothing was changed.");
		}
		if (!closed.isEmpty()) {
			throw new LedgerException("The ledger was written under another key. Set ledger.key, "
					+ "or put back the key file, that it was written with; nothing was changed.");
		}
		if (seals.stream().noneMatch((seal) -> seal.keyId().equals(vault.keyId()))) {
			write(connection, vault);
		}
		return vault;
	}

	private static List<Seal> read(Connection connection) throws SQLException {
		List<Seal> seals = new ArrayList<>();
		try (Statement statement = connection.createStatement();
				ResultSet row = statement
					.executeQuery("select key_id, known_text from sspr_prefill.vault_key order by created_at")) {
			while (row.next()) {
				seals.add(new Seal(row.getString(1), row.getBytes(2)));
			}
		}
		return seals;
	}

	private static void write(Connection connection, Vault vault) throws SQLException {
		try (PreparedStatement insert = connection
			.prepareStatement("insert into sspr_prefill.vault_key (key_id, known_text) values (?, ?)")) {
			insert.setString(1, vault.keyId());
			insert.setBytes(2, vault.seal(KNOWN_TEXT, CONTEXT));
			insert.executeUpdate();
		}
	}

	/** What tells whether a key is the one this ledger was sealed with. */
	private record Seal(String keyId, byte[] knownText) {

		boolean opensWith(Vault vault) {
			return vault.keyIds().contains(this.keyId) && vault.open(this.knownText, CONTEXT).equals(KNOWN_TEXT);
		}

	}

}
