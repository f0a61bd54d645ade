package org.ssprprefill.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.database.LedgerSettings;

/**
 * Contact values at rest: sealed with AES-256-GCM, and compared by a keyed fingerprint
 * that cannot be found by trying all phone numbers without the key.
 * <p>
 * A sealed value is: one byte version (1), four bytes key id, then Tink's ciphertext (12
 * bytes initialisation vector, the encrypted text, 16 bytes tag). Safe for use by many
 * threads.
 */
public final class Vault {

	private static final byte VERSION = 1;

	private static final int HEADER_BYTES = 1 + VaultKeys.ID_BYTES;

	/** The key of new values, and then earlier ones, which only open. */
	private final List<VaultKeys> all;

	private final VaultKeys keys;

	private Vault(List<VaultKeys> all) {
		this.all = List.copyOf(all);
		this.keys = all.get(0);
	}

	/**
	 * Opens the vault of a ledger with {@code ledger.key}, else with the key file of the
	 * home folder, which is made for a new ledger. The first line is the key of new
	 * values; further lines are earlier keys, under which older values can still be read.
	 * @param settings the key, if the job definition has one
	 * @param home the home folder
	 * @param dataSource the ledger's database
	 * @return the vault
	 * @throws LedgerException if the key is missing, too short, open to other users, or
	 * not the one this ledger was written under; nothing is changed then
	 */
	public static Vault open(LedgerSettings settings, Home home, DataSource dataSource) {
		return VaultKeyStore.admit(dataSource, (newLedger) -> of(KeyText.find(settings, home, newLedger)));
	}

	static Vault of(Secret key) {
		return new Vault(KeyText.lines(key).stream().map(VaultKeys::derive).toList());
	}

	/** The keys of a ledger by their ids; the key of new values comes first. */
	List<String> keyIds() {
		return this.all.stream().map(VaultKeys::idInHex).toList();
	}

	/**
	 * The id of the key of new values.
	 * @return in hexadecimal digits
	 */
	public String keyId() {
		return this.keys.idInHex();
	}

	/**
	 * Encrypts a value.
	 * @param clear the value
	 * @param context what the value is, for example {@code change:mobile}; it is not
	 * stored, and needed again to open the value
	 * @return the sealed value, different every time
	 */
	public byte[] seal(String clear, String context) {
		byte[] header = ByteBuffer.allocate(HEADER_BYTES).put(VERSION).put(this.keys.id()).array();
		try {
			byte[] encrypted = this.keys.cipher().encrypt(bytes(clear), associated(header, context));
			return ByteBuffer.allocate(header.length + encrypted.length).put(header).put(encrypted).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A value could not be encrypted", ex);
		}
	}

	/**
	 * Decrypts a value.
	 * @param sealed what {@link #seal} returned
	 * @param context the context it was sealed with
	 * @return the value
	 * @throws LedgerException if it was sealed under another key or in another context,
	 * or was changed since
	 */
	public String open(byte[] sealed, String context) {
		return opened(sealed, context).orElseThrow(() -> new LedgerException("A stored contact value (" + context
				+ ") was changed outside this program and cannot be read. Restore the ledger from a backup."));
	}

	/** The value, or nothing if it was sealed in another context, or changed since. */
	public Optional<String> opened(byte[] sealed, String context) {
		byte[] header = Arrays.copyOf(sealed, HEADER_BYTES);
		VaultKeys key = keyOf(sealed, header);
		try {
			byte[] encrypted = Arrays.copyOfRange(sealed, HEADER_BYTES, sealed.length);
			return Optional
				.of(new String(key.cipher().decrypt(encrypted, associated(header, context)), StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			return Optional.empty();
		}
	}

	private VaultKeys keyOf(byte[] sealed, byte[] header) {
		if (sealed.length < HEADER_BYTES || header[0] != VERSION) {
			throw new LedgerException("A stored contact value has a form this version does not know. "
					+ "Run the newer version that wrote it, or restore the ledger from a backup.");
		}
		return this.all.stream()
			.filter((key) -> Arrays.equals(header, 1, HEADER_BYTES, key.id(), 0, VaultKeys.ID_BYTES))
			.findFirst()
			.orElseThrow(() -> new LedgerException("A stored contact value was written under another key. "
					+ "Set ledger.key, or put back the key file, that the ledger was written with."));
	}

	/** A keyed hash of a text and of what came before it. */
	public byte[] sign(byte[] before, byte[] text) {
		return hash(this.keys, before, text);
	}

	/** Whether {@link #sign} made a hash, now or under an earlier key. */
	public boolean isSigned(String keyId, byte[] before, byte[] text, byte[] signature) {
		return this.all.stream()
			.filter((key) -> key.idInHex().equals(keyId))
			.anyMatch((key) -> MessageDigest.isEqual(hash(key, before, text), signature));
	}

	/** Whether {@link #sign} made a hash under any of the keys. */
	public boolean isSigned(byte[] before, byte[] text, byte[] signature) {
		return this.all.stream().anyMatch((key) -> MessageDigest.isEqual(hash(key, before, text), signature));
	}

	private static byte[] hash(VaultKeys key, byte[] before, byte[] text) {
		try {
			return key.signatures()
				.compute(ByteBuffer.allocate(before.length + text.length).put(before).put(text).array(), 32);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A hash could not be computed", ex);
		}
	}

	/**
	 * A keyed fingerprint: the same for the same kind and value under the same key, in
	 * every run.
	 * @param kind the authentication method
	 * @param normalForm the value in its one normal form
	 * @return 43 characters of base64url
	 */
	public String fingerprint(MethodKind kind, String normalForm) {
		try {
			byte[] hash = this.keys.fingerprints().compute(bytes(kind.word() + '\n' + normalForm), 32);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A fingerprint could not be computed", ex);
		}
	}

	private static byte[] associated(byte[] header, String context) {
		byte[] text = bytes(context);
		return ByteBuffer.allocate(header.length + text.length).put(header).put(text).array();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
