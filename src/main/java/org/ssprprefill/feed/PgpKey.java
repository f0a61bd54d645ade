package org.ssprprefill.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;

import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** The private OpenPGP key that HR's system encrypts its exports to. Never printed. */
public final class PgpKey {

	private final PGPSecretKeyRingCollection keys;

	private final char[] passphrase;

	private PgpKey(PGPSecretKeyRingCollection keys, char[] passphrase) {
		this.keys = keys;
		this.passphrase = passphrase;
	}

	/**
	 * Reads a private key as {@code gpg --armor --export-secret-keys} writes it, and
	 * tries the passphrase.
	 * @param armoured the key
	 * @param passphrase what protects it, or empty text
	 * @return the key, or nothing where the text holds no private key or the passphrase
	 * does not open it
	 */
	public static Optional<PgpKey> read(String armoured, String passphrase) {
		try {
			PGPSecretKeyRingCollection keys = new PGPSecretKeyRingCollection(
					PGPUtil.getDecoderStream(new ByteArrayInputStream(armoured.getBytes(StandardCharsets.UTF_8))),
					new BcKeyFingerprintCalculator());
			PgpKey key = new PgpKey(keys, passphrase.toCharArray());
			return key.opens() ? Optional.of(key) : Optional.empty();
		}
		catch (IOException | PGPException | RuntimeException ex) {
			// The library meets nonsense with exceptions of every kind
			return Optional.empty();
		}
	}

	private boolean opens() throws PGPException {
		boolean any = false;
		for (Iterator<PGPSecretKeyRing> rings = this.keys.getKeyRings(); rings.hasNext();) {
			for (PGPSecretKey key : rings.next()) {
				if (!key.isPrivateKeyEmpty()) {
					privateKey(key);
					any = true;
				}
			}
		}
		return any;
	}

	/** The private key of an id, or nothing if it is not ours. */
	Optional<PGPPrivateKey> privateKey(long id) throws PGPException {
		PGPSecretKey key = this.keys.getSecretKey(id);
		return (key == null || key.isPrivateKeyEmpty()) ? Optional.empty() : Optional.of(privateKey(key));
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
