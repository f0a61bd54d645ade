package org.ssprprefill.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
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

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate of localhost that vouches for itself, and that no Java trusts by itself.
 */
public final class TestAuthority {

	/** What protects the key store. */
	public static final String PASSWORD = "changeit";

	private TestAuthority() {
	}

	/**
	 * The certificate, for those who shall trust it.
	 * @return a PEM file
	 */
	public static Path file() {
		try {
			return Path.of(fixture("authority.pem").toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a server shows its clients.
	 * @return a context with the certificate and its key
	 */
	public static SSLContext server() {
		try {
			KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keys.init(store(), PASSWORD.toCharArray());
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keys.getKeyManagers(), null, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The certificate and its key, for servers that read a file.
	 * @return a PKCS12 key store, deleted when the tests end
	 */
	public static Path keyStore() {
		try {
			Path file = Files.createTempFile("server", ".p12");
			file.toFile().deleteOnExit();
			try (OutputStream out = Files.newOutputStream(file)) {
				store().store(out, PASSWORD.toCharArray());
			}
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyStore store() throws GeneralSecurityException {
		try (InputStream certificate = fixture("authority.pem").openStream()) {
			KeyStore store = KeyStore.getInstance("PKCS12");
			store.load(null, null);
			store.setKeyEntry("server", key(), PASSWORD.toCharArray(),
					new Certificate[] { CertificateFactory.getInstance("X.509").generateCertificate(certificate) });
			return store;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static PrivateKey key() throws IOException, GeneralSecurityException {
		try (InputStream file = fixture("throwaway.pem").openStream()) {
			String pem = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
			String base64 = pem.replaceFirst("(?s)-----END PRIVATE KEY.*", "").replaceFirst("-----BEGIN.*", "");
			return KeyFactory.getInstance("RSA")
				.generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
		}
	}

	private static URL fixture(String name) {
		return Objects.requireNonNull(TestAuthority.class.getResource(name), name);
	}

}
