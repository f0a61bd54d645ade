package org.ssprprefill.graph;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.tenant.Grants;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SignInTests {

	private static final String TENANT = "9f1c2d3e-0000-4000-8000-000000000001";

	private static final String LOGIN = "/" + TENANT + "/oauth2/v2.0/token";

	private static final Credential SECRET = new Credential.ClientSecret("app-1", Secret.of("pa55word-of-the-app"));

	private final CannedGraph graph = new CannedGraph();

	private final FakeTime time = new FakeTime();

	@AfterEach
	void stop() {
		this.graph.close();
	}

	private static String jwt(String payload) {
		return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
				+ ".sig";
	}

	private static String token(String value) {
		return "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + value + "\"}";
	}

	private static String refusal(String description) {
		return """
				{"error":"invalid_client","error_description":"%s","error_codes":[7000215],\
				"timestamp":"2016-01-09 02:02:12Z","trace_id":"t","correlation_id":"c"}""".formatted(description);
	}

	private GraphTenant tenant(Credential credential) {
		return GraphTenant.connect(this.graph.settings(Cloud.GLOBAL, credential), this.time);
	}

	private Grants signIn(Credential credential) {
		try (GraphTenant tenant = tenant(credential)) {
			return tenant.signIn();
		}
	}

	@Test
	void signsInWithSecretAtPlainLoginOnThisMachine() {
		this.graph.says(LOGIN, token(jwt("""
				{"roles":["User.Read.All","AuditLog.Read.All"],"tid":"tenant-1","exp":1795000000}""")));
		assertThat(signIn(SECRET)).isEqualTo(new Grants(true, Set.of("User.Read.All", "AuditLog.Read.All"),
				Optional.of("tenant-1"), Optional.of(Instant.ofEpochSecond(1795000000))));
		CannedGraph.Received asked = this.graph.received().get(0);
		assertThat(URLDecoder.decode(asked.body(), StandardCharsets.UTF_8)).contains("grant_type=client_credentials",
				"client_id=app-1", "client_secret=pa55word-of-the-app", this.graph.root() + "/.default");
	}

	@Test
	void signsInWithCertificate() throws URISyntaxException {
		this.graph.says(LOGIN, token(jwt("{\"tid\":\"tenant-1\"}")));
		assertThat(signIn(new Credential.Certificate("app-1", fixture("throwaway.pem"))).permissions()).isEmpty();
		String body = this.graph.received().get(0).body();
		assertThat(body).contains("client_assertion=", "client_assertion_type=").doesNotContain("client_secret");
		String assertion = body.replaceFirst(".*client_assertion=([^&]+).*", "$1");
		String header = new String(Base64.getUrlDecoder().decode(assertion.split("\\.")[0]), StandardCharsets.UTF_8);
		assertThat(header).contains("x5t");
	}

	private static Path fixture(String name) throws URISyntaxException {
		return Path.of(Objects.requireNonNull(SignInTests.class.getResource(name)).toURI());
	}

	@Test
	void thinksOfTheClockThatDatesTheAssertion() {
		this.graph.says(LOGIN, 401,
				refusal("AADSTS700024: Client assertion is not within its valid time range. Current time: 2026."));
		assertThatExceptionOfType(TenantRefusedException.class)
			.isThrownBy(() -> signIn(new Credential.Certificate("app-1", fixture("throwaway.pem"))))
			.withMessageContaining("AADSTS700024: Client assertion is not within its valid time range")
			.withMessageContaining("clock");
	}

	@Test
	void namesCertificateThatCannotBeRead() {
		assertThatExceptionOfType(TenantRefusedException.class)
			.isThrownBy(() -> signIn(new Credential.Certificate("app-1", Path.of("nowhere", "app.pem"))))
			.withMessageContaining("app.pem")
			.withMessageContaining("tenant.certificate");
	}

	@Test
	void refusesFileWithoutPrivateKey() {
		assertThatExceptionOfType(TenantRefusedException.class)
			.isThrownBy(() -> signIn(new Credential.Certificate("app-1", fixture("authority.pem"))))
			.withMessageContaining("holds no private key");
	}

	@Test
	void namesTheOnlyFormOfKeyThatTheLoginsLibraryReads(@TempDir Path folder) throws IOException {
		Path pem = folder.resolve("app.pem");
		Files.writeString(pem, Files.readString(TestAuthority.file())
				+ "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
		assertThatExceptionOfType(TenantRefusedException.class)
			.isThrownBy(() -> signIn(new Credential.Certificate("app-1", pem)))
			.withMessageContaining("PKCS #8")
			.withMessageContaining("openssl pkcs8");
	}

	@Test
	void refusesFileThatOnlyLooksLikeCertificate() {
		assertThatExceptionOfType(TenantRefusedException.class)
			.isThrownBy(() -> signIn(new Credential.Certificate("app-1", fixture("garbled.pem"))))
			.withMessageContaining("tenant.certificate");
	}

	@Test
	void saysWhatToCheckWhenTheSecretIsRefused() {
		this.graph.says(LOGIN, 401, refusal(
				"AADSTS7000215: Invalid client secret provided for 'pa55word-of-the-app'. Ensure that.\\r\\nTrace ID: t"));
		assertThatExceptionOfType(TenantRefusedException.class).isThrownBy(() -> signIn(SECRET))
			.withMessageContaining("AADSTS7000215: Invalid client secret provided")
			.withMessageContaining("tenant.client-id")
			.withMessageNotContaining("pa55word")
			.withMessageNotContaining("Trace ID")
			.withMessageNotContaining("Ensure");
	}

	@Test
	void saysWhatIsMissingWhereNoFederatedTokenIsMounted() {
		assertThatExceptionOfType(TenantRefusedException.class)
			.isThrownBy(() -> tenant(new Credential.WorkloadIdentity(Optional.of("app-1"))))
			.withMessageContaining("AZURE_FEDERATED_TOKEN_FILE")
			.withMessageNotContaining("Builder");
	}

	@Test
	void waitsForLoginThatIsOutOfOrder() {
		this.graph.says(LOGIN, 503, "{}");
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(() -> signIn(SECRET))
			.withMessageContaining("127.0.0.1")
			.withMessageContaining("tenant.login");
	}

	@Test
	void takesNoRefusalFromLoginThatIsOutOfOrder() {
		for (int status : new int[] { 503, 429 }) {
			this.graph.says(LOGIN, status, refusal("AADSTS90033: A transient error has occurred. Please try again."));
			assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(() -> signIn(SECRET))
				.withMessageContaining(String.valueOf(status));
		}
	}

	@Test
	void tellsLoginThatCannotBeReached() throws IOException {
		int free;
		try (ServerSocket socket = new ServerSocket(0)) {
			free = socket.getLocalPort();
		}
		GraphSettings here = this.graph.settings(Cloud.GLOBAL, SECRET);
		GraphSettings nowhere = new GraphSettings(here.tenantId(), here.cloud(), here.credential(), here.endpoint(),
				URI.create("http://127.0.0.1:" + free), here.trust(), here.proxy(), here.pace());
		try (GraphTenant tenant = GraphTenant.connect(nowhere, this.time)) {
			assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(tenant::signIn)
				.withMessageContaining("tenant.login");
		}
	}

	@Test
	void takesSuppliedTokenAsItIs() {
		assertThat(signIn(new Credential.AccessToken(Secret.of(" opaque \n")))).isEqualTo(Grants.opaque());
		assertThat(this.graph.received()).isEmpty();
	}

	@Test
	void refusesSuppliedTextThatIsNoToken() {
		assertThatExceptionOfType(TenantRefusedException.class)
			.isThrownBy(() -> signIn(new Credential.AccessToken(Secret.of("two words"))))
			.withMessageContaining("tenant.access-token")
			.withMessageNotContaining("two words");
	}

	@Test
	void addsAuthoritiesOfFile() throws URISyntaxException {
		Trust trust = Trust.with(fixture("authority.pem"));
		assertThat(trust.manager().getAcceptedIssuers())
			.anyMatch((issuer) -> issuer.getSubjectX500Principal().getName().contains("sspr-prefill test only"))
			.hasSizeGreaterThan(1);
	}

	@Test
	void namesFileWithoutAuthorities() {
		assertThatExceptionOfType(TenantRefusedException.class).isThrownBy(() -> Trust.with(Path.of("none.pem")))
			.withMessageContaining("none.pem")
			.withMessageContaining("tenant.trust");
	}

}
