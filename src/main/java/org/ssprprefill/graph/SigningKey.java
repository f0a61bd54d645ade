package org.ssprprefill.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.tenant.TenantRefusedException;

/**
 * A private key with its certificate, from a PEM or a PFX (PKCS #12) file.
 *
 * @param key an RSA key
 * @param chain the certificate of that key, then whatever else the file holds
 */
record SigningKey(PrivateKey key, List<X509Certificate> chain) {

	/** The first byte of every PFX file. */
	private static final byte SEQUENCE = 0x30;

	/**
	 * Reads a file.
	 * @param file the file
	 * @param password what the file, or the key in it, is encrypted under
	 * @return the key with its certificate
	 * @throws TenantRefusedException if there is no such pair in it, with the remedy
	 */
	static SigningKey read(Path file, Optional<Secret> password) {
		byte[] content;
		try {
			content = Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw refused(file, "cannot be read", "Let the account that runs this program read it.");
		}
		return (content.length > 0 && content[0] == SEQUENCE) ? ofPfx(content, file, password)
				: ofPem(new String(content, StandardCharsets.ISO_8859_1), file, password);
	}

	/** When the certificate ends. */
	Instant ends() {
		return this.chain.get(0).getNotAfter().toInstant();
	}

	private static SigningKey ofPfx(byte[] content, Path file, Optional<Secret> password) {
		char[] secret = password.map((known) -> known.inClear().toCharArray()).orElseGet(() -> new char[0]);
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(new ByteArrayInputStream(content), secret);
			for (String alias : Collections.list(store.aliases())) {
				if (store.getKey(alias, secret) instanceof PrivateKey key) {
					List<X509Certificate> chain = new ArrayList<>();
					for (Certificate certificate : store.getCertificateChain(alias)) {
						chain.add((X509Certificate) certificate);
					}
					return paired(key, chain, file);
				}
			}
		}
		catch (IOException | GeneralSecurityException ex) {
			throw refused(file, "is no PFX file that this password opens",
					"Check tenant.certificate-password, and that the file is PKCS #12.");
		}
		throw refused(file, "holds no private key", "Export it together with its private key.");
	}

	private static SigningKey ofPem(String text, Path file, Optional<Secret> password) {
		List<X509Certificate> certificates = new ArrayList<>();
		List<PemBlocks.Block> keys = new ArrayList<>();
		for (PemBlocks.Block block : PemBlocks.of(text)) {
			if (block.label().endsWith("CERTIFICATE")) {
				certificates.add(certificate(block, file));
			}
			else if (block.label().endsWith("PRIVATE KEY")) {
				keys.add(block);
			}
		}
		if (certificates.isEmpty()) {
			throw refused(file, "holds no certificate in PEM form",
					"Put the certificate and its private key into one file: cat cert.pem key.pem > app.pem");
		}
		if (keys.isEmpty()) {
			throw refused(file, "holds no private key",
					"Put the certificate and its private key into one file: cat cert.pem key.pem > app.pem");
		}
		return paired(PrivateKeys.read(keys.get(0), file, password), certificates, file);
	}

	private static X509Certificate certificate(PemBlocks.Block block, Path file) {
		try {
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(block.bytes()));
		}
		catch (CertificateException ex) {
			throw refused(file, "holds a certificate that cannot be read", "Write it anew from where it came.");
		}
	}

	/** The certificate may stand anywhere in its chain: its key tells which it is. */
	private static SigningKey paired(PrivateKey key, List<X509Certificate> certificates, Path file) {
		if (!(key instanceof RSAKey ours)) {
			throw refused(file, "holds a key of another kind than RSA (" + key.getAlgorithm() + ")",
					"Entra takes RSA certificates of apps only. Make one: openssl req -x509 -newkey rsa:2048 -nodes"
							+ " -days 365 -subj /CN=sspr-prefill -keyout key.pem -out cert.pem");
		}
		List<X509Certificate> chain = new ArrayList<>(certificates);
		X509Certificate own = chain.stream()
			.filter((certificate) -> certificate.getPublicKey() instanceof RSAKey theirs
					&& theirs.getModulus().equals(ours.getModulus()))
			.findFirst()
			.orElseThrow(() -> refused(file, "holds no certificate that belongs to its private key",
					"Put the key and the certificate that was made from it into one file."));
		chain.remove(own);
		chain.add(0, own);
		return new SigningKey(key, List.copyOf(chain));
	}

	static TenantRefusedException refused(Path file, String problem, String remedy) {
		return new TenantRefusedException(
				"The certificate file " + file.getFileName() + " of tenant.certificate " + problem + ". " + remedy);
	}

}
