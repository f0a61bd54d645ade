package org.ssprprefill.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/**
 * The private OpenPGP keys that HR's system encrypts its exports to: one, or the old and
 * the new one while they change. Never printed.
 */
public final class PgpKey {

	private static final String BEGIN = "-----BEGIN PGP ";

	private final List<PGPSecretKey> keys;

	private final char[] passphrase;

	private PgpKey(List<PGPSecretKey> keys, char[] passphrase) {
		this.keys = keys;
		this.passphrase = passphrase;
	}

	/**
	 * Reads private keys as {@code gpg --armor --export-secret-keys} writes them, one or
	 * several below one another, with public parts between them, and tries the
	 * passphrase.
	 * @param armoured the keys
	 * @param passphrase what protects all of them, or empty text
	 * @return the keys, or nothing where the text holds no private key or the passphrase
	 * does not open every one
	 */
	public static Optional<PgpKey> read(String armoured, String passphrase) {
		List<PGPSecretKey> keys = new ArrayList<>();
		try {
			for (int at = armoured.indexOf(BEGIN); at >= 0; at = armoured.indexOf(BEGIN, at + 1)) {
				byte[] block = armoured.substring(at).getBytes(StandardCharsets.UTF_8);
				BcPGPObjectFactory objects = new BcPGPObjectFactory(
						new ArmoredInputStream(new ByteArrayInputStream(block)));
				for (Object object = objects.nextObject(); object != null; object = objects.nextObject()) {
					if (object instanceof PGPSecretKeyRing ring) {
						ring.forEach(keys::add);
					}
				}
			}
			keys.removeIf(PGPSecretKey::isPrivateKeyEmpty);
			PgpKey key = new PgpKey(keys, passphrase.toCharArray());
			for (PGPSecretKey one : keys) {
				key.privateKey(one);
			}
			return keys.isEmpty() ? Optional.empty() : Optional.of(key);
		}
		catch (IOException | PGPException | RuntimeException ex) {
			// The library meets nonsense with exceptions of every kind
			return Optional.empty();
		}
	}

	/**
	 * The text of a key file that is no text in UTF-8: a key in binary form as
	 * {@code gpg --export-secret-keys} writes it, or text in UTF-16.
	 * @param file the file's content
	 * @return the text, or nothing where the content is neither
	 */
	public static Optional<String> text(byte[] file) {
		Optional<PgpArmour> armour = PgpArmour.in(file);
		try (InputStream bytes = new ByteArrayInputStream(file)) {
			if (armour.isPresent()) {
				return Optional.of(new String(armour.get().text(bytes).readAllBytes(), StandardCharsets.US_ASCII));
			}
			return PgpPacket.begins(file) ? Optional.of(armoured(file)) : Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static String armoured(byte[] packets) throws IOException {
		ByteArrayOutputStream text = new ByteArrayOutputStream();
		try (ArmoredOutputStream armour = new ArmoredOutputStream(text)) {
			armour.write(packets);
		}
		return text.toString(StandardCharsets.US_ASCII);
	}

	/**
	 * The private key that opens a message: the one it names, or for a hidden recipient
	 * (RFC 9580, section 5.1) the first that does.
	 */
	Optional<PGPPrivateKey> opener(PGPPublicKeyEncryptedData part) throws PGPException {
		boolean hidden = part.getKeyIdentifier().isWildcard();
		for (PGPSecretKey key : this.keys) {
			if (hidden ? opens(key, part) : key.getKeyID() == part.getKeyIdentifier().getKeyId()) {
				return Optional.of(privateKey(key));
			}
		}
		return Optional.empty();
	}

	private boolean opens(PGPSecretKey key, PGPPublicKeyEncryptedData part) {
		try {
			return key.getPublicKey().getAlgorithm() == part.getAlgorithm()
					&& part.getSessionKey(new BcPublicKeyDataDecryptorFactory(privateKey(key))) != null;
		}
		catch (PGPException | RuntimeException ex) {
			// The library meets a key that does not fit with exceptions of every kind
			return false;
		}
	}

	private PGPPrivateKey privateKey(PGPSecretKey key) throws PGPException {
		return key.extractPrivateKey(
				new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(this.passphrase));
	}

	@Override
	public String toString() {
		return "••••";
	}

}
