package org.ssprprefill.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import org.ssprprefill.contact.Secret;

/** Private keys in the forms that OpenSSL and certificate authorities write. */
final class PrivateKeys {

	/** Turns any key into the form read here; OpenSSL asks for the password itself. */
	private static final String CONVERT = "Convert the key and put it with the certificate into one file:"
			+ " openssl pkcs8 -topk8 -nocrypt -in app.pem -out key.pem";

	/** Version 0 and the algorithm rsaEncryption (RFC 8017, A.1), before the key. */
	private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

	private PrivateKeys() {
	}

	static PrivateKey read(PemBlocks.Block block, Path file, Optional<Secret> password) {
		if (block.encryptedInside()) {
			throw SigningKey.refused(file, "holds a private key in an old encrypted form", CONVERT);
		}
		try {
			return switch (block.label()) {
				case "PRIVATE KEY" -> ofPkcs8(new PKCS8EncodedKeySpec(block.bytes()));
				case "ENCRYPTED PRIVATE KEY" -> ofPkcs8(decrypted(block.bytes(), file, password));
				case "RSA PRIVATE KEY" -> ofPkcs8(new PKCS8EncodedKeySpec(wrapped(block.bytes())));
				case "EC PRIVATE KEY" -> throw SigningKey.refused(file, "holds a key of another kind than RSA (EC)",
						"Entra takes RSA certificates of apps only: make one with openssl req -x509 -newkey rsa:2048");
				default -> throw SigningKey.refused(file, "holds a private key in an unknown form", CONVERT);
			};
		}
		catch (IOException | GeneralSecurityException ex) {
			throw SigningKey.refused(file, "holds a private key that cannot be read", CONVERT);
		}
	}

	private static PrivateKey ofPkcs8(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
		GeneralSecurityException first = new GeneralSecurityException("no such kind of key");
		for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
			try {
				return KeyFactory.getInstance(algorithm).generatePrivate(spec);
			}
			catch (GeneralSecurityException ex) {
				first.addSuppressed(ex);
			}
		}
		throw first;
	}

	private static PKCS8EncodedKeySpec decrypted(byte[] content, Path file, Optional<Secret> password)
			throws IOException, GeneralSecurityException {
		Secret secret = password.orElseThrow(() -> SigningKey.refused(file, "holds an encrypted private key",
				"Give its password as tenant.certificate-password."));
		EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(content);
		AlgorithmParameters parameters = info.getAlgParameters();
		// Java names the scheme of PBES2 only in the text of its parameters
		String scheme = (parameters != null && parameters.toString().startsWith("PBE")) ? parameters.toString()
				: info.getAlgName();
		SecretKey key = SecretKeyFactory.getInstance(scheme)
			.generateSecret(new PBEKeySpec(secret.inClear().toCharArray()));
		try {
			Cipher cipher = Cipher.getInstance(scheme);
			cipher.init(Cipher.DECRYPT_MODE, key, parameters);
			return info.getKeySpec(cipher);
		}
		catch (GeneralSecurityException ex) {
			throw SigningKey.refused(file, "holds a private key that tenant.certificate-password does not open",
					"Check the password.");
		}
	}

	/** PKCS #8 around PKCS #1 (RFC 5958). */
	private static byte[] wrapped(byte[] pkcs1) throws IOException {
		ByteArrayOutputStream inner = new ByteArrayOutputStream();
		inner.write(RSA);
		inner.write(element(0x04, pkcs1));
		return element(0x30, inner.toByteArray());
	}

	private static byte[] element(int tag, byte[] content) throws IOException {
		ByteArrayOutputStream element = new ByteArrayOutputStream();
		element.write(tag);
		if (content.length < 0x80) {
			element.write(content.length);
		}
		else {
			element.write(0x82);
			element.write(content.length >> 8);
			element.write(content.length);
		}
		element.write(content);
		return element.toByteArray();
	}

}
