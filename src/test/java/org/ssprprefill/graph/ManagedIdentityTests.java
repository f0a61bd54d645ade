package org.ssprprefill.graph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ManagedIdentityTests {

	private static final String ARC = "/metadata/identity/oauth2/token";

	private static final String TOKEN = "{\"access_token\":\"t-1\",\"expires_in\":\"3599\",\"expires_on\":\"1795000000\"}";

	@TempDir
	private Path keys;

	private final CannedGraph graph = new CannedGraph();

	private final FakeTime time = new FakeTime();

	@AfterEach
	void stop() {
		this.graph.close();
	}

	private ManagedIdentity identity(String metadata, Map<String, String> variables) {
		return new ManagedIdentity(
				this.graph.settings(Cloud.GLOBAL, new Credential.ManagedIdentity(Optional.of("app-1"))),
				Optional.of("app-1"), this.time, (name) -> Optional.ofNullable(variables.get(name)),
				new ManagedIdentity.Platform(metadata, Set.of(this.keys.toString()), Duration.ofMillis(300)));
	}

	private ManagedIdentity arc() {
		return identity("http://127.0.0.1:1/",
				Map.of("IDENTITY_ENDPOINT", this.graph.root() + ARC, "IMDS_ENDPOINT", "http://127.0.0.1:1"));
	}

	private static String said(TokenSource source) {
		return assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(source::fetch)
			.actual()
			.getMessage();
	}

	@Test
	void asksTheMetadataServiceOfAMachine() {
		this.graph.says("/metadata", TOKEN);
		TokenSource.Token token = identity(this.graph.root() + "/metadata", Map.of()).fetch();
		assertThat(token.value()).isEqualTo("t-1");
		assertThat(token.expiresAt()).isEqualTo(this.time.now().plusSeconds(3599));
		assertThat(this.graph.received()).singleElement().satisfies((asked) -> {
			assertThat(asked.target()).contains("api-version=2018-02-01", "resource=" + this.graph.root(),
					"client_id=app-1");
			assertThat(asked.headers()).containsEntry("metadata", "true");
		});
	}

	@ParameterizedTest
	@CsvSource({ "429", "500", "503", "404" })
	void saysThatTheMetadataServiceGivesNoTokenForNow(int status) {
		this.graph.says("/metadata", status, "<html>busy</html>");
		assertThat(said(identity(this.graph.root() + "/metadata", Map.of()))).contains("managed identity",
				String.valueOf(status), "assigned to this machine");
	}

	@Test
	void saysThatTheMachineHasNoSuchIdentity() {
		this.graph.says("/metadata", 400, """
				{"error":"invalid_request","error_description":"Identity not found"}""");
		TokenSource source = identity(this.graph.root() + "/metadata", Map.of());
		assertThatExceptionOfType(TenantRefusedException.class).isThrownBy(source::fetch)
			.withMessageContaining("invalid_request")
			.withMessageContaining("a managed identity is assigned to this machine");
	}

	/** As on a machine outside of Azure, whose network swallows the request. */
	@Test
	void waitsForNoAnswerLongerThanItsPatience() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(said(identity("http://127.0.0.1:" + silent.getLocalPort() + "/metadata", Map.of())))
				.contains("no answer in time", "Azure's machines only");
		}
	}

	@Test
	void answersTheChallengeOfAzureArcWithItsKey() throws IOException {
		Path key = Files.writeString(this.keys.resolve("1.key"), "s3cret\n");
		this.graph.says(ARC, 401, "", "WWW-Authenticate", "Basic realm=" + key).says(ARC, TOKEN);
		assertThat(arc().fetch().value()).isEqualTo("t-1");
		assertThat(this.graph.received()).hasSize(2).allSatisfy((asked) -> {
			assertThat(asked.target()).contains("api-version=2020-06-01");
			assertThat(asked.headers()).containsEntry("metadata", "true");
		});
		assertThat(this.graph.received().get(0).headers()).doesNotContainKey("authorization");
		assertThat(this.graph.received().get(1).headers()).containsEntry("authorization", "Basic s3cret");
	}

	/** A challenge, with the folder of keys as KEYS, and what is said of it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Basic realm=/etc/passwd              | outside of its own folder
			Basic realm=KEYS/../outside.key      | outside of its own folder
			Basic realm=KEYS/inner/1.key         | outside of its own folder
			Basic realm=KEYS/note.txt            | outside of its own folder
			Basic realm=                         | outside of its own folder
			Basic realm=KEYS/missing.key         | group himds
			basic realm="KEYS/missing.key"       | group himds
			Basic realm=KEYS/long.key            | too long
			Bearer realm=KEYS/note.key           | gave no challenge
			-                                    | gave no challenge
			""")
	void sendsNoFileButAKeyOfTheAgent(String challenge, String sentence) throws IOException {
		Files.writeString(this.keys.resolve("note.txt"), "letter");
		Files.writeString(this.keys.resolve("long.key"), "x".repeat(5000));
		this.graph.says(ARC, 401, "", "WWW-Authenticate", challenge.replace("KEYS", this.keys.toString()));
		assertThat(said(arc())).contains(sentence, "managed identity").doesNotContain("letter", "\n");
		assertThat(this.graph.received()).hasSize(1);
	}

	@Test
	void saysThatTheAgentOfAzureArcDoesNotAnswer() {
		ManagedIdentity arc = arc();
		this.graph.close();
		assertThat(said(arc)).contains("connection refused", "managed identity");
	}

	@Test
	void saysThatTheKeyWasNotTaken() throws IOException {
		Path key = Files.writeString(this.keys.resolve("1.key"), "old");
		this.graph.says(ARC, 401, "", "WWW-Authenticate", "Basic realm=" + key).says(ARC, 401, "");
		assertThat(said(arc())).contains("401", "managed identity");
	}

}
