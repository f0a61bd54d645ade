package org.ssprprefill.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.ssprprefill.tenant.TenantRefusedException;

/** Looks at a certificate file before the login's library does, to say what is wrong. */
final class CertificateFile {

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
