package org.ssprprefill.graph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Grants;
import org.ssprprefill.tenant.ConsentMissingException;
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
		assertThat(
				signIn(new Credential.Certificate("app-1", fixture("throwaway.pem"), Optional.empty())).permissions())
			.isEmpty();
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
			.isThrownBy(() -> signIn(new Credential.Certificate("app-1", fixture("throwaway.pem"), Optional.empty())))
			.withMessageContaining("AADSTS700024: Client assertion is not within its valid time range")
			.withMessageContaining("clock");
	}

	@Test
	void namesCertificateThatCannotBeRead() {
		assertThatExceptionOfType(TenantRefusedException.class)
			.isThrownBy(
					() -> signIn(new Credential.Certificate("app-1", Path.of("nowhere", "app.pem"), Optional.empty())))
			.withMessageContaining("app.pem")
			.withMessageContaining("tenant.certificate");
	}

	@Test
	void refusesFileWithoutPrivateKey() {
		assertThatExceptionOfType(TenantRefusedException.class)
			.isThrownBy(() -> signIn(new Credential.Certificate("app-1", fixture("authority.pem"), Optional.empty())))
			.withMessageContaining("holds no private key");
	}

	@Test
	void refusesFileThatOnlyLooksLikeCertificate() {
		assertThatExceptionOfType(TenantRefusedException.class)
			.isThrownBy(() -> signIn(new Credential.Certificate("app-1", fixture("garbled.pem"), Optional.empty())))
			.withMessageContaining("tenant.certificate");
	}

	@ParameterizedTest
	@ValueSource(strings = { "AADSTS700016: Application with identifier 'app-1' was not found in the directory 'x'.",
			"AADSTS65001: The user or administrator has not consented to use the application.",
			"AADSTS7000229: The client application app-1 is missing service principal in the tenant x." })
	void tellsAnAppThatTheTenantDoesNotKnowFromAWrongSecret(String description) {
		this.graph.says(LOGIN, 400, refusal(description));
		assertThatExceptionOfType(ConsentMissingException.class).isThrownBy(() -> signIn(SECRET));
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

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			503 | {}
			503 | <html>maintenance</html>
			500 | {"error":"invalid_client"}
			429 | {"error":"invalid_client","error_description":"AADSTS90033: A transient error has occurred."}
			408 | {"error":"invalid_client"}
			403 | <html>blocked by the gateway</html>
			404 | <html>not here</html>
			400 | <html>bad request</html>
			401 | ''
			307 | ''
			200 | <html>sign in to the guest network</html>
			200 | ''
			200 | []
			200 | {"token_type":"Bearer"}
			200 | {"access_token":"two\\nlines"}
			200 | {"access_token":7,"expires_in":3599,"x":"access_token is a number"}
			400 | {"error":"temporarily_unavailable"}
			400 | {"error":{"code":"Graph's own form"}}
			""")
	void takesWhatIsNoAnswerOfOAuthForALoginThatIsNotAvailable(int status, String body) {
		this.graph.says(LOGIN, status, body, "Location", this.graph.root() + "/portal");
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(() -> signIn(SECRET))
			.withMessageContaining("the credential was not judged")
			.withMessageContaining("tenant.login")
			.withMessageContaining("tenant.proxy")
			.withMessageNotContaining("client secret");
		assertThat(this.graph.received()).as("asked again, but not for long").hasSize(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					400 | {"error":"invalid_client"} | invalid_client
					401 | {"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys are expired."} | AADSTS7000222
					403 | {"error":"access_denied"} | access_denied
					200 | {"error":"unauthorized_client"} | unauthorized_client
					""")
	void takesAnErrorOfOAuthForARefusal(int status, String body, String said) {
		this.graph.says(LOGIN, status, body);
		assertThatExceptionOfType(TenantRefusedException.class).isThrownBy(() -> signIn(SECRET))
			.withMessageContaining(said)
			.withMessageContaining("client secret");
		assertThat(this.graph.received()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "3599", "3599.0", "\"3599\"", "\" 3599 \"", "1e99", "0", "-5", "null", "\"soon\"", "true",
			"99999999999999999999", "1" })
	void asksForNoTokenBeforeEveryExchange(String life) {
		this.graph.says(LOGIN, "{\"access_token\":\"t-1\\n\",\"expires_in\":" + life + "}");
		this.graph.says("/v1.0/subscribedSkus", "{\"value\":[]}");
		try (GraphTenant tenant = tenant(SECRET)) {
			for (int i = 0; i < 5; i++) {
				tenant.skus();
			}
		}
		assertThat(this.graph.received()).filteredOn((request) -> request.target().equals(LOGIN)).hasSize(1);
	}

	@Test
	void goesOnWithTheLivingTokenWhereAPageIsAnswered() {
		this.graph.says(LOGIN, "{\"access_token\":\"t-1\",\"expires_in\":100}").says(LOGIN, 503, "<html>");
		this.graph.says("/v1.0/subscribedSkus", "{\"value\":[]}");
		try (GraphTenant tenant = tenant(SECRET)) {
			for (int second = 0; second < 100; second += 10) {
				assertThat(tenant.skus()).isEqualTo(new Answer.Read<>(List.of()));
				this.time.pass(Duration.ofSeconds(10));
			}
			assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(tenant::skus);
		}
		assertThat(this.graph.received()).filteredOn((request) -> request.target().equals(LOGIN))
			.as("now and then, and with patience at the end")
			.hasSizeBetween(8, 14);
	}

	@Test
	void givesUpOnALoginThatHangs() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			GraphSettings here = this.graph.settings(Cloud.GLOBAL, SECRET);
			GraphSettings hanging = new GraphSettings(here.tenantId(), here.cloud(), here.credential(), here.endpoint(),
					URI.create("http://127.0.0.1:" + silent.getLocalPort()), here.trust(), here.proxy(), here.pace());
			OkHttpClient hasty = Transport.ofLogin(Optional.empty(), Optional.empty())
				.newBuilder()
				.callTimeout(Duration.ofMillis(200))
				.build();
			TokenSource source = new SignIn(hanging, hasty, this.time, (name) -> Optional.empty()).source();
			assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(source::fetch)
				.withMessageContaining("no answer in time");
		}
	}

	private TokenSource source(Credential credential, Map<String, String> variables) {
		return new SignIn(this.graph.settings(Cloud.GLOBAL, credential),
				Transport.ofLogin(Optional.empty(), Optional.empty()), this.time,
				(name) -> Optional.ofNullable(variables.get(name)))
			.source();
	}

	@Test
	void readsTheMountedTokenAnewEachTime(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("token"), "first\n");
		this.graph.says(LOGIN, token("t-1"));
		TokenSource source = source(new Credential.WorkloadIdentity(Optional.empty()),
				Map.of("AZURE_FEDERATED_TOKEN_FILE", file.toString(), "AZURE_CLIENT_ID", "app-1"));
		source.fetch();
		Files.writeString(file, "second");
		source.fetch();
		assertThat(this.graph.received()).extracting(CannedGraph.Received::body)
			.satisfiesExactly((body) -> assertThat(body).contains("client_assertion=first", "client_id=app-1"),
					(body) -> assertThat(body).contains("client_assertion=second"));
		Files.delete(file);
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(source::fetch)
			.withMessageContaining("the mounted token");
		assertThatExceptionOfType(TenantRefusedException.class)
			.isThrownBy(() -> source(new Credential.WorkloadIdentity(Optional.of("app-1")),
					Map.of("AZURE_FEDERATED_TOKEN_FILE", file.toString())))
			.withMessageContaining("AZURE_FEDERATED_TOKEN_FILE");
	}

	@Test
	void asksThePlatformForItsManagedIdentity() {
		this.graph.says("/identity", "{\"access_token\":\"t-1\",\"expires_on\":\"1795000000\"}");
		TokenSource source = source(new Credential.ManagedIdentity(Optional.of("app-1")),
				Map.of("IDENTITY_ENDPOINT", this.graph.root() + "/identity", "IDENTITY_HEADER", "h-1"));
		assertThat(source.fetch().value()).isEqualTo("t-1");
		assertThat(this.graph.received().get(0).target()).contains("api-version=2019-08-01",
				"resource=" + this.graph.root(), "client_id=app-1");
		assertThat(this.graph.received().get(0).headers()).containsEntry("x-identity-header", "h-1");
	}

	@Test
	void saysThatThereIsNoManagedIdentityHere() {
		this.graph.close();
		TokenSource source = source(new Credential.ManagedIdentity(Optional.empty()),
				Map.of("IDENTITY_ENDPOINT", this.graph.root() + "/identity", "IDENTITY_HEADER", "h-1"));
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(source::fetch)
			.withMessageContaining("managed identity")
			.withMessageContaining("connection refused")
			.withMessageNotContaining("tenant.login");
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
