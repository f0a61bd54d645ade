package org.ssprprefill.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;

/** Gives the mail server of the tests a certificate of localhost that nobody knows. */
final class Certified {

	private static final String FIXTURES = "/org/ssprprefill/graph/";

	private static final String PASSWORD = "changeit";

	private Certified() {
	}

	/** GreenMail reads these when its first server with TLS starts. */
	static void server() {
		try {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setKeyEntry("server", key(), PASSWORD.toCharArray(), new Certificate[] { certificate() });
			Path file = Files.createTempFile("mail-server", ".p12");
			try (OutputStream out = Files.newOutputStream(file)) {
				store.store(out, PASSWORD.toCharArray());
			}
			file.toFile().deleteOnExit();
			System.setProperty("greenmail.tls.keystore.file", file.toString());
			System.setProperty("greenmail.tls.keystore.password", PASSWORD);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The authority that vouches for it, as a PEM file. */
	static Path authority(Path folder) throws IOException {
		Path file = folder.resolve("authority.pem");
		try (InputStream pem = fixture("authority.pem")) {
			Files.copy(pem, file);
		}
		return file;
	}

	private static Certificate certificate() throws IOException, GeneralSecurityException {
		try (InputStream pem = fixture("authority.pem")) {
			return CertificateFactory.getInstance("X.509").generateCertificate(pem);
		}
	}

	private static PrivateKey key() throws IOException, GeneralSecurityException {
		try (InputStream file = fixture("throwaway.pem")) {
			String pem = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
			String base64 = pem.replaceFirst("(?s)-----END PRIVATE KEY.*", "").replaceFirst("-----BEGIN.*", "");
			return KeyFactory.getInstance("RSA")
				.generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
		}
	}

	private static InputStream fixture(String name) {
		return Objects.requireNonNull(Certified.class.getResourceAsStream(FIXTURES + name));
	}

}
