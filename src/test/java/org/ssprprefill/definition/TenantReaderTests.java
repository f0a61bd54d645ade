package org.ssprprefill.definition;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.graph.Cloud;
import org.ssprprefill.graph.Credential;
import org.ssprprefill.graph.GraphSettings;
import org.ssprprefill.graph.HttpProxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.definition.TestJob.graph;

class TenantReaderTests {

	private static final String MANAGED = "managed-identity: true";

	@TempDir
	Path folder;

	TestJob job;

	@BeforeEach
	void makeJob() {
		this.job = new TestJob(this.folder);
	}

	@Test
	void knowsTheSimulatedTenant() {
		JobDefinition definition = this.job.valid(TestJob.SMALLEST);
		assertThat(definition.connection())
			.isEqualTo(new Connection.Simulated(this.folder.resolve("tenant.yaml"), new GraphSettings.Pace(50, 8)));
		assertThat(definition.tenantId()).isEmpty();
	}

	@Test
	void refusesSimulatedTogetherWithARealTenant() {
		assertThat(this.job.problems(graph(MANAGED, "simulated: tenant.yaml"))).extracting(DefinitionProblem::key)
			.containsExactly("tenant.id", "tenant.managed-identity");
	}

	@Test
	void refusesASimulatedTenantThatIsNotThere() {
		assertThat(this.job.problem("tenant: {simulated: absent.yaml}\n" + TestJob.FEED).key())
			.isEqualTo("tenant.simulated");
	}

	@Test
	void readsEveryCredential() {
		Secret secret = Secret.of("correct horse battery staple, really");
		assertThat(credential("client-id: app", "certificate: app.pem"))
			.isEqualTo(new Credential.Certificate("app", this.folder.resolve("app.pem"), Optional.empty()));
		assertThat(credential("client-id: app", "client-secret: ${SECRET}"))
			.isEqualTo(new Credential.ClientSecret("app", secret));
		assertThat(credential(MANAGED)).isEqualTo(new Credential.ManagedIdentity(Optional.empty()));
		assertThat(credential("client-id: app", MANAGED)).isEqualTo(new Credential.ManagedIdentity(Optional.of("app")));
		assertThat(credential("workload-identity: true")).isEqualTo(new Credential.WorkloadIdentity(Optional.empty()));
		assertThat(credential("access-token: ${SECRET}")).isEqualTo(new Credential.AccessToken(secret));
	}

	@Test
	void refusesASecondCredential() {
		DefinitionProblem problem = this.job.problem(graph("access-token: ${SECRET}", MANAGED));
		assertThat(problem.problem()).isEqualTo("is a second credential");
	}

	@Test
	void ignoresAnIdentityThatIsSwitchedOff() {
		assertThat(credential("managed-identity: false", "access-token: ${SECRET}"))
			.isInstanceOf(Credential.AccessToken.class);
	}

	@Test
	void refusesATenantWithoutCredential() {
		assertThat(this.job.problem(graph("managed-identity: false")).remedy()).startsWith("Give one of certificate");
	}

	@ParameterizedTest
	@ValueSource(strings = { "certificate: app.pem", "client-secret: ${SECRET}" })
	void requiresAClientIdWhereTheCredentialBelongsToAnApp(String credential) {
		assertThat(this.job.problem(graph(credential)).key()).isEqualTo("tenant.client-id");
	}

	@Test
	void refusesACertificateThatIsNotThere() {
		assertThat(this.job.problem(graph("client-id: app", "certificate: absent.pem")).problem())
			.isEqualTo("is not a file that can be read");
	}

	@ParameterizedTest
	@ValueSource(strings = { "contoso.com", "login.contoso.co.uk", "9F1C2D3E-0000-4000-8000-00000000000a" })
	void acceptsTenantIdsAndDomains(String id) {
		assertThat(this.job.valid("tenant: {id: " + id + ", managed-identity: true}\n" + TestJob.FEED).tenantId())
			.contains(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "contoso", "9f1c2d3e", "a b.com", "https://contoso.com", "contoso..com" })
	void refusesOtherTenantIds(String id) {
		DefinitionProblem problem = this.job
			.problem("tenant: {id: '" + id + "', managed-identity: true}\n" + TestJob.FEED);
		assertThat(problem.problem()).isEqualTo("is neither a tenant id nor a domain");
	}

	@ParameterizedTest
	@CsvSource({ "global,https://graph.microsoft.com/v1.0,https://login.microsoftonline.com",
			"us-gov,https://graph.microsoft.us/v1.0,https://login.microsoftonline.us",
			"us-gov-dod,https://dod-graph.microsoft.us/v1.0,https://login.microsoftonline.us",
			"china,https://microsoftgraph.chinacloudapi.cn/v1.0,https://login.chinacloudapi.cn" })
	void takesAddressesFromTheCloud(String cloud, URI endpoint, URI login) {
		GraphSettings settings = settings(MANAGED, "cloud: " + cloud);
		assertThat(settings.cloud().word()).isEqualTo(cloud);
		assertThat(settings.endpoint()).isEqualTo(endpoint);
		assertThat(settings.login()).isEqualTo(login);
	}

	@Test
	void isInTheGlobalCloudUnlessItSaysOtherwise() {
		assertThat(settings(MANAGED).cloud()).isEqualTo(Cloud.GLOBAL);
		assertThat(this.job.problem(graph(MANAGED, "cloud: gcc-high")).remedy())
			.isEqualTo("Use one of: china, global, us-gov, us-gov-dod.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://graph.example.org/v1.0", "http://127.0.0.1:8080/v1.0", "http://127.9.9.9/v1.0",
			"http://[::1]:8080/v1.0", "http://localhost:8080/v1.0" })
	void acceptsEndpointsThatKeepTokensSafe(String endpoint) {
		assertThat(settings(MANAGED, "endpoint: '" + endpoint + "/'").endpoint()).isEqualTo(URI.create(endpoint));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://graph.microsoft.com/v1.0", "http://127.0.0.1.example.org/v1.0",
			"http://localhost.example.org/v1.0", "ftp://127.0.0.1/v1.0", "https://graph.microsoft.com",
			"https://graph.microsoft.com/beta", "https://graph.microsoft.com/v1.0?x=1", "graph.microsoft.com/v1.0",
			"https:///v1.0", "not an address" })
	void refusesOtherEndpoints(String endpoint) {
		assertThat(this.job.problem(graph(MANAGED, "endpoint: '" + endpoint + "'")).key()).isEqualTo("tenant.endpoint");
	}

	@Test
	void guardsTheLoginLikeTheEndpoint() {
		assertThat(settings(MANAGED, "login: http://127.0.0.1:9/").login()).isEqualTo(URI.create("http://127.0.0.1:9"));
		assertThat(this.job.problem(graph(MANAGED, "login: http://login.example.org")).problem())
			.contains("tokens in clear");
	}

	@Test
	void readsTrustAndProxy() {
		GraphSettings settings = settings(MANAGED, "trust: app.pem", "proxy: http://proxy.example:3128");
		assertThat(settings.trust()).contains(this.folder.resolve("app.pem"));
		assertThat(settings.proxy()).contains(new HttpProxy(URI.create("http://proxy.example:3128"), Optional.empty()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "trust: absent.pem", "proxy: socks://proxy.example", "proxy: proxy.example:3128" })
	void refusesTrustThatIsNotThereAndOtherProxies(String line) {
		assertThat(this.job.problems(graph(MANAGED, line))).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "10000,64" })
	void acceptsPaceAtItsBounds(int requests, int inFlight) {
		JobDefinition definition = this.job
			.valid(TestJob.SMALLEST + "pace: {requests-per-second: " + requests + ", in-flight: " + inFlight + "}");
		assertThat(((Connection.Simulated) definition.connection()).pace())
			.isEqualTo(new GraphSettings.Pace(requests, inFlight));
	}

	@ParameterizedTest
	@ValueSource(strings = { "requests-per-second: 0", "requests-per-second: 10001", "in-flight: 0", "in-flight: 65" })
	void refusesPaceBeyondItsBounds(String line) {
		assertThat(this.job.problem(TestJob.SMALLEST + "pace: {" + line + "}").problem()).startsWith("is not between");
	}

	private Credential credential(String... lines) {
		return settings(lines).credential();
	}

	private GraphSettings settings(String... lines) {
		return ((Connection.Graph) this.job.valid(graph(lines)).connection()).settings();
	}

}
