package org.ssprprefill.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

import org.ssprprefill.tenant.TenantRefusedException;

/**
 * The certificate authorities of the Java runtime plus the company's own.
 *
 * @param context for the login's client
 * @param manager for Graph's client
 */
public record Trust(SSLContext context, X509TrustManager manager) {

	/**
	 * Adds the authorities of a file to those of the Java runtime.
	 * @param pem a file with one or more certificates
	 * @return the trust
	 * @throws TenantRefusedException if the file holds no readable certificate
	 */
	public static Trust with(Path pem) {
		try {
			List<Certificate> authorities = new ArrayList<>(List.of(manager(null).getAcceptedIssuers()));
			authorities.addAll(certificates(pem));
			X509TrustManager manager = manager(store(authorities));
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { manager }, null);
			return new Trust(context, manager);
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new TenantRefusedException("The certificate authorities in " + pem.getFileName()
					+ " cannot be used. Check that tenant.trust names a readable PEM file with CERTIFICATE blocks.");
		}
	}

	private static List<Certificate> certificates(Path pem) throws IOException, GeneralSecurityException {
		try (InputStream file = Files.newInputStream(pem)) {
			List<Certificate> found = List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(file));
			if (found.isEmpty()) {
				throw new IOException("no certificate");
			}
			return found;
		}
	}

	private static KeyStore store(List<Certificate> authorities) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		for (int i = 0; i < authorities.size(); i++) {
			store.setCertificateEntry("authority-" + i, authorities.get(i));
		}
		return store;
	}

	private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		for (TrustManager manager : factory.getTrustManagers()) {
			if (manager instanceof X509TrustManager known) {
				return known;
			}
		}
		throw new GeneralSecurityException("this Java runtime has no X.509 trust manager");
	}

}
