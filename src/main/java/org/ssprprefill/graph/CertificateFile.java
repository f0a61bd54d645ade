package org.ssprprefill.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ssprprefill.tenant.TenantRefusedException;

/** Looks at a certificate file before the login's library does, to say what is wrong. */
final class CertificateFile {

	private static final Pattern CERTIFICATE = Pattern
		.compile("(?s)-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----");

	private CertificateFile() {
	}

	/**
	 * Checks that a file may hold a certificate with its private key.
	 * @param pem the file
	 * @throws TenantRefusedException if it cannot
	 */
	static void check(Path pem) {
		String text = text(pem);
		require(text.contains("-----BEGIN CERTIFICATE-----"), pem, "holds no certificate in PEM form");
		require(!text.contains("ENCRYPTED"), pem, "holds an encrypted private key");
		require(text.contains("PRIVATE KEY-----"), pem, "holds no private key");
		require(text.contains("-----BEGIN PRIVATE KEY-----"), pem, "holds its private key in another form than PKCS #8"
				+ " (BEGIN PRIVATE KEY), into which 'openssl pkcs8 -topk8 -nodes' brings it");
	}

	/**
	 * When the first certificate in a file ends.
	 * @param pem the file
	 * @return its end, or nothing where there is no readable certificate
	 */
	static Optional<Instant> ends(Path pem) {
		Matcher certificate = CERTIFICATE.matcher(text(pem));
		if (!certificate.find()) {
			return Optional.empty();
		}
		try {
			byte[] block = certificate.group().getBytes(StandardCharsets.ISO_8859_1);
			X509Certificate parsed = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(block));
			return Optional.of(parsed.getNotAfter().toInstant());
		}
		catch (CertificateException ex) {
			// The sign-in will say what is wrong with it
			return Optional.empty();
		}
	}

	private static String text(Path pem) {
		try {
			return Files.readString(pem, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw refused(pem, "cannot be read");
		}
	}

	private static void require(boolean fulfilled, Path pem, String problem) {
		if (!fulfilled) {
			throw refused(pem, problem);
		}
	}

	private static TenantRefusedException refused(Path pem, String problem) {
		return new TenantRefusedException("The certificate file " + pem.getFileName() + " " + problem
				+ ". tenant.certificate must name a PEM file with the certificate and its unencrypted private key, readable by this program.");
	}

}
