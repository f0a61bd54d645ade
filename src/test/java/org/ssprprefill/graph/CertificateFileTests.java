package org.ssprprefill.graph;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateFileTests {

	private static Credential.Certificate certificate(String name) throws URISyntaxException {
		return new Credential.Certificate("app-1",
				Path.of(Objects.requireNonNull(CertificateFileTests.class.getResource(name)).toURI()));
	}

	@Test
	void readsWhenACertificateEnds() throws URISyntaxException {
		assertThat(certificate("throwaway.pem").ends()).contains(Instant.parse("2126-10-29T11:08:27Z"));
	}

	@Test
	void leavesAGarbledCertificateToTheSignIn() throws URISyntaxException {
		assertThat(certificate("garbled.pem").ends()).isEmpty();
	}

}
