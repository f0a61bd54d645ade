package org.ssprprefill.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Date;
import java.util.zip.Deflater;

import org.bouncycastle.bcpg.AEADAlgorithmTags;
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
import org.bouncycastle.openpgp.PGPKeyRing;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.PGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.PGPKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.PublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
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
		return new String(asText(encoded(ring(passphrase).generateSecretKeyRing())), StandardCharsets.US_ASCII);
	}

	/** The private key in binary form. */
	public byte[] binaryKey(String passphrase) {
		return encoded(ring(passphrase).generateSecretKeyRing());
	}

	/** The public part, in binary form. */
	byte[] publicKey() {
		return encoded(ring("").generatePublicKeyRing());
	}

	private static byte[] encoded(PGPKeyRing ring) {
		try {
			return ring.getEncoded();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private PGPKeyRingGenerator ring(String passphrase) {
		try {
			return new PGPKeyRingGenerator(PGPSignature.POSITIVE_CERTIFICATION, this.pair, "HR <hr@contoso.com>",
					new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1), null, null,
					new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256),
					new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
						.build(passphrase.toCharArray()));
		}
		catch (PGPException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A message to this key, in binary form. */
	byte[] encrypted(byte[] content, boolean integrity) {
		return encrypted(content, integrity, 1);
	}

	/** A message to this key whose content is compressed over and over. */
	byte[] encrypted(byte[] content, boolean integrity, int times) {
		byte[] packet = literal(content);
		for (int time = 0; time < times; time++) {
			packet = compressed(packet);
		}
		return sealed(packet, protection().setWithIntegrityPacket(integrity), toThisKey());
	}

	/**
	 * A message that does not say to whom it is, as {@code gpg --throw-keyids} writes.
	 */
	byte[] hidden(byte[] content) {
		PGPKeyEncryptionMethodGenerator recipient = toThisKey().setUseWildcardRecipient(true);
		return sealed(literal(content), protection().setWithIntegrityPacket(true), recipient);
	}

	/** A message under a passphrase only, as {@code gpg -c} writes. */
	static byte[] underPassphrase(byte[] content) {
		return sealed(literal(content), protection().setWithIntegrityPacket(true),
				new BcPBEKeyEncryptionMethodGenerator("fictional".toCharArray()));
	}

	/** A message of RFC 9580 (SEIPD version 2), or as GnuPG 2.3 wrote it (packet 20). */
	byte[] authenticated(byte[] content, boolean standard) {
		BcPGPDataEncryptorBuilder protection = protection().setWithAEAD(AEADAlgorithmTags.OCB, 6);
		return sealed(literal(content), standard ? protection.setUseV6AEAD() : protection.setUseV5AEAD(), toThisKey());
	}

	/** A message of two contents, which no tool reads as one. */
	byte[] twofold(byte[] content) {
		byte[] packet = literal(content);
		byte[] both = Arrays.copyOf(packet, packet.length * 2);
		System.arraycopy(packet, 0, both, packet.length, packet.length);
		return sealed(both, protection().setWithIntegrityPacket(true), toThisKey());
	}

	/**
	 * A message as Sequoia's {@code sq} 0.27 writes it: random bytes behind what is
	 * compressed, inside the packet, so that the length of the message tells little.
	 */
	byte[] padded(byte[] content, int padding) {
		byte[] random = new byte[padding];
		new SecureRandom().nextBytes(random);
		Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
		byte[] packet = literal(content);
		deflater.setInput(packet);
		deflater.finish();
		byte[] deflated = new byte[2 * packet.length + 64];
		int length = deflater.deflate(deflated);
		ByteBuffer compressed = ByteBuffer.allocate(7 + length + padding)
			.put((byte) 0xc8)
			.put((byte) 0xff)
			.putInt(1 + length + padding)
			.put((byte) CompressionAlgorithmTags.ZIP)
			.put(deflated, 0, length)
			.put(random);
		return sealed(compressed.array(), protection().setWithIntegrityPacket(true), toThisKey());
	}

	private static BcPGPDataEncryptorBuilder protection() {
		return new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setSecureRandom(new SecureRandom());
	}

	private PublicKeyKeyEncryptionMethodGenerator toThisKey() {
		return new BcPublicKeyKeyEncryptionMethodGenerator(this.pair.getPublicKey());
	}

	private static byte[] sealed(byte[] packets, PGPDataEncryptorBuilder protection,
			PGPKeyEncryptionMethodGenerator recipient) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			PGPEncryptedDataGenerator encryption = new PGPEncryptedDataGenerator(protection);
			encryption.addMethod(recipient);
			try (OutputStream outer = encryption.open(bytes, new byte[1 << 12])) {
				outer.write(packets);
			}
			return bytes.toByteArray();
		}
		catch (IOException | PGPException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] literal(byte[] content) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (OutputStream literal = new PGPLiteralDataGenerator().open(bytes, PGPLiteralData.BINARY, "hr.csv",
					content.length, new Date(0))) {
				literal.write(content);
			}
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] compressed(byte[] packet) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			PGPCompressedDataGenerator compression = new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP);
			try (OutputStream compressed = compression.open(bytes)) {
				compressed.write(packet);
			}
			compression.close();
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A message to this key, as text. */
	byte[] armoured(byte[] content) {
		return asText(encrypted(content, true));
	}

	/** Packets as text. */
	static byte[] asText(byte[] packets) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (ArmoredOutputStream armour = new ArmoredOutputStream(bytes)) {
				armour.write(packets);
			}
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
