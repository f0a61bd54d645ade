package org.ssprprefill.graph;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.tenant.TenantRefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The forms in which certificates with their keys lie about. */
class SigningKeyTests {

	private static final Optional<Secret> PASSWORD = Optional.of(Secret.of("hunter2"));

	@TempDir
	private Path folder;

	private static Path file(String name) {
		try {
			return Path.of(Objects.requireNonNull(SigningKeyTests.class.getResource(name), name).toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void isTheLeafs(SigningKey key) {
		assertThat(key.chain().get(0).getSubjectX500Principal().getName()).isEqualTo("CN=sspr-prefill test only");
	}

	@ParameterizedTest
	@ValueSource(strings = { "chain.pem", "pkcs1.pem", "encrypted.pem", "app.pfx" })
	void areReadWithTheCertificateOfTheKeyFirst(String name) {
		isTheLeafs(SigningKey.read(file("certificates/" + name), PASSWORD));
	}

	@ParameterizedTest
	@ValueSource(strings = { "chain.pem", "pkcs1.pem", "open.pfx" })
	void needNoPasswordWhereTheyHaveNone(String name) {
		isTheLeafs(SigningKey.read(file("certificates/" + name), Optional.empty()));
	}

	@ParameterizedTest
	@CsvSource({ "'\n', '\n    '", "'\n', ' '", "'\n', '\\n'", "'\n', '\r\n'", "'\n', ''" })
	void areReadHoweverTheirLinesAreLaidOut(String from, String to) throws IOException {
		String text = Files.readString(file("certificates/pkcs1.pem")).replace(from, to);
		isTheLeafs(SigningKey.read(Files.writeString(this.folder.resolve("app.pem"), text), Optional.empty()));
	}

	@ParameterizedTest
	@CsvSource({ "encrypted.pem, '', tenant.certificate-password", "encrypted.pem, wrong, does not open",
			"app.pfx, wrong, tenant.certificate-password", "app.pfx, '', tenant.certificate-password",
			"old-encrypted.pem, hunter2, openssl pkcs8 -topk8 -nocrypt", "ec.pem, '', RSA", "ec-old.pem, '', RSA",
			"stranger.pem, '', no certificate that belongs to its private key" })
	void areNamedWhereTheyCannotBeUsed(String name, String password, String said) {
		assertThatExceptionOfType(TenantRefusedException.class)
			.isThrownBy(() -> SigningKey.read(file("certificates/" + name),
					password.isEmpty() ? Optional.empty() : Optional.of(Secret.of(password))))
			.withMessageContaining(name)
			.withMessageContaining(said)
			.withMessageNotContaining("hunter2")
			.withMessageNotContaining("wrong");
	}

	@Test
	void provesTheKeyToTheLogin() throws Exception {
		SigningKey key = SigningKey.read(file("certificates/chain.pem"), Optional.empty());
		String[] parts = ClientAssertion.of(key, "app-1", "https://login.example/t/oauth2/v2.0/token", Instant.EPOCH)
			.split("\\.");
		assertThat(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8)).contains("RS256",
				"x5t#S256", "x5c");
		assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
			.contains("\"iss\":\"app-1\"", "\"sub\":\"app-1\"", "\"exp\":600", "https://login.example/t/");
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(key.chain().get(0));
		signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
		assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
	}

	@Test
	void tellWhenTheyEnd() {
		assertThat(new Credential.Certificate("app-1", file("throwaway.pem"), Optional.empty()).ends())
			.contains(Instant.parse("2126-10-29T11:08:27Z"));
		assertThat(new Credential.Certificate("app-1", file("garbled.pem"), Optional.empty()).ends()).isEmpty();
	}

}
