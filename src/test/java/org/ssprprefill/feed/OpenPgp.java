package org.ssprprefill.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Date;

import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** HR's system on the other side: makes a key and encrypts to it. */
public final class OpenPgp {

	private static final OpenPgp ONE = new OpenPgp();

	private final PGPKeyPair pair;

	private OpenPgp() {
		RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
		generator.init(new RSAKeyGenerationParameters(BigInteger.valueOf(0x10001), new SecureRandom(), 2048, 12));
		try {
			this.pair = new BcPGPKeyPair(PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL,
					generator.generateKeyPair(), new Date(0));
		}
		catch (PGPException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The key pair that all tests share. */
	public static OpenPgp one() {
		return ONE;
	}

	/** Another key pair. */
	static OpenPgp another() {
		return new OpenPgp();
	}

	/** The private key as gpg exports it, under a passphrase. */
	public String privateKey(String passphrase) {
		try {
			PGPKeyRingGenerator ring = new PGPKeyRingGenerator(PGPSignature.POSITIVE_CERTIFICATION, this.pair,
					"HR <hr@contoso.com>", new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1), null, null,
					new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256),
					new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
						.build(passphrase.toCharArray()));
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (ArmoredOutputStream armour = new ArmoredOutputStream(bytes)) {
				ring.generateSecretKeyRing().encode(armour);
			}
			return bytes.toString(StandardCharsets.US_ASCII);
		}
		catch (IOException | PGPException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A message to this key, in binary form. */
	byte[] encrypted(byte[] content, boolean integrity) {
		return encrypted(content, integrity, 1);
	}

	/** A message to this key whose content is compressed over and over. */
	byte[] encrypted(byte[] content, boolean integrity, int times) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			PGPEncryptedDataGenerator encryption = new PGPEncryptedDataGenerator(
					new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(integrity)
						.setSecureRandom(new SecureRandom()));
			encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(this.pair.getPublicKey()));
			try (OutputStream outer = encryption.open(bytes, new byte[1 << 12])) {
				byte[] packet = literal(content);
				for (int time = 0; time < times; time++) {
					packet = compressed(packet);
				}
				outer.write(packet);
			}
			return bytes.toByteArray();
		}
		catch (IOException | PGPException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] literal(byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream literal = new PGPLiteralDataGenerator().open(bytes, PGPLiteralData.BINARY, "hr.csv",
				content.length, new Date(0))) {
			literal.write(content);
		}
		return bytes.toByteArray();
	}

	private static byte[] compressed(byte[] packet) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		PGPCompressedDataGenerator compression = new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP);
		try (OutputStream compressed = compression.open(bytes)) {
			compressed.write(packet);
		}
		compression.close();
		return bytes.toByteArray();
	}

	/** A message to this key, as text. */
	byte[] armoured(byte[] content) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (ArmoredOutputStream armour = new ArmoredOutputStream(bytes)) {
				armour.write(encrypted(content, true));
			}
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
