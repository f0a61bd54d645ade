package org.ssprprefill.definition;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.graph.Credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.definition.TestJob.graph;

class SecretsTests {

	private static final String HIDDEN = "hunter2-hunter2";

	@TempDir
	Path folder;

	TestJob job;

	@BeforeEach
	void makeJob() {
		this.job = new TestJob(this.folder, Map.of("SECRET", HIDDEN, "DOMAIN", "contoso.com", "EMPTY", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tenant: {id: contoso.com, client-id: app, client-secret: hunter2-hunter2}",
			"tenant: {id: contoso.com, access-token: hunter2-hunter2}",
			"tenant: {id: contoso.com, access-token: 'hunter2-hunter2${EMPTY}'}" })
	void refusesSecretsWrittenIntoTheTenant(String tenant) {
		DefinitionProblem problem = this.job.problem(tenant + "\n" + TestJob.FEED);
		assertThat(problem.problem()).isEqualTo("is a secret written into the file");
		assertThat(problem.remedy()).isEqualTo("Use ${NAME} or ${file:/path} instead.");
		assertThat(problem.toString()).doesNotContain(HIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "key" })
	void refusesSecretsWrittenIntoTheLedger(String key) {
		DefinitionProblem problem = this.job.problem(TestJob.SMALLEST + "ledger: {" + key + ": " + HIDDEN + "}");
		assertThat(problem.problem()).isEqualTo("is a secret written into the file");
		assertThat(problem.value()).isEqualTo("••••");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ledger: {password: [hunter2-hunter2]}", "ledger: {key: '${SECRET}'}",
			"ledger: {pasword: hunter2-hunter2}", "ledger: {url: 'jdbc:postgresql://db/x?password=hunter2-hunter2'}",
			"ledger: {url: 'jdbc:h2:mem:x;PASSWORD=hunter2-hunter2'}", "ledger: {password:hunter2-hunter2}",
			"ledger:\n  user: sspr\n  password: *hunter2-hunter2", "ledger: {password: !hunter2-hunter2 x}",
			"ledger: {password: 'hunter2-hunter2}", "limits: {changes: '${SECRET}'}", "client_secret: hunter2-hunter2",
			"notify: {webhook: {url: 'https://hooks.contoso.com', secret: hunter2-hunter2}}",
			"tenant.access-token: hunter2-hunter2", "ledger: {password: '${hunter2-hunter2}'}",
			"ledger: {password: a, password: hunter2-hunter2}", "scope: {group: 'password: hunter2-hunter2'}" })
	void neverRepeatsASecret(String section) {
		assertThat(this.job.problems(TestJob.SMALLEST + section)).isNotEmpty()
			.allSatisfy((problem) -> assertThat(problem.toString()).doesNotContain("hunter2"));
	}

	@Test
	void neverRepeatsThePasswordOfAProxy() {
		assertThat(this.job.problem(graph("managed-identity: true", "proxy: http://me:hunter2@proxy.example:1")))
			.satisfies((problem) -> assertThat(problem.toString()).doesNotContain("hunter2"));
	}

	@Test
	void takesSecretsFromTheEnvironment() {
		assertThat(token("${SECRET}")).isEqualTo(HIDDEN);
	}

	@Test
	void takesSecretsFromFilesAndStripsThem() {
		this.job.file("token", "rw-------", "  " + HIDDEN + "\n");
		assertThat(token("${file:token}")).isEqualTo(HIDDEN);
		assertThat(token("${file:" + this.folder.resolve("token") + "}")).isEqualTo(HIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-r-----", "rw----r--", "rw-r--r--" })
	void refusesSecretFilesThatOthersCanRead(String permissions) {
		Path file = this.job.file("token", permissions, HIDDEN);
		DefinitionProblem problem = this.job.problem(graph("access-token: ${file:token}"));
		assertThat(problem.problem()).isEqualTo("comes from a file that others than its owner can read");
		assertThat(problem.remedy()).isEqualTo("Run: chmod 600 " + file);
	}

	@Test
	void refusesACertificateThatOthersCanRead() {
		this.job.file("open.pem", "rw-r--r--", "fictional");
		assertThat(this.job.problem(graph("client-id: app", "certificate: open.pem")).remedy()).contains("chmod 600");
	}

	@Test
	void readsOtherFilesWhoeverCanReadThem() {
		this.job.file("id", "rw-r--r--", "contoso.com\n");
		assertThat(this.job.valid("tenant: {id: '${file:id}', managed-identity: true}\n" + TestJob.FEED).tenantId())
			.contains("contoso.com");
	}

	@Test
	void resolvesReferencesAnywhereInText() {
		JobDefinition definition = this.job
			.valid(TestJob.SMALLEST + "scope: {exclude: ['breakglass@${DOMAIN}', '${DOMAIN}${DOMAIN}']}");
		assertThat(definition.scope().exclude()).containsExactly("breakglass@contoso.com", "contoso.comcontoso.com");
	}

	@Test
	void namesTheVariableThatIsNotSet() {
		assertThat(this.job.problem(graph("access-token: ${ABSENT}")).problem())
			.isEqualTo("needs the environment variable ABSENT, which is not set");
	}

	@Test
	void refusesAnEmptySecret() {
		assertThat(this.job.problem(graph("access-token: ${EMPTY}")).problem()).isEqualTo("has no value");
	}

	@Test
	void namesTheFileThatIsNotThere() {
		assertThat(this.job.problem(TestJob.SMALLEST + "ledger: {user: '${file:absent}'}").problem())
			.isEqualTo("needs the file absent, which cannot be read as text");
	}

	@ParameterizedTest
	@ValueSource(strings = { "${", "${}", "${A B}", "${${A}}", "${A", "x${SECRET}${" })
	void refusesReferencesThatAreNotWellFormed(String text) {
		assertThat(this.job.problem(TestJob.SMALLEST + "ledger: {user: '" + text + "'}").problem())
			.isEqualTo("holds a reference that is not well-formed");
	}

	@Test
	void doesNotNeedSecretsOffline() {
		String yaml = "tenant: {id: '${NO_ID}', client-id: '${NO_APP}', client-secret: '${NO_SECRET}'}\n" + TestJob.FEED
				+ "ledger: {password: '${NO_PASSWORD}', key: '${file:absent}'}";
		assertThat(this.job.problems(yaml)).hasSize(5);
		assertThat(TestJob.valid(this.job.loadOffline(yaml)).feed().columns()).hasSize(2);
	}

	@Test
	void needsWhatNamesTheLedgerAndTheTenantToLookIntoTheLedger() {
		String yaml = "tenant: {id: '${NO_ID}', client-id: '${NO_APP}', certificate: absent.pem}\n" + TestJob.FEED
				+ "ledger: {url: '${NO_URL}', password: '${NO_PASSWORD}', key: '${file:absent}'}\n"
				+ "notify: {webhook: {url: 'https://hooks.example.org', secret: '${NO_HOOK}'}}";
		assertThat(this.job.loadForLedger(yaml)).isInstanceOfSatisfying(Loaded.Invalid.class,
				(invalid) -> assertThat(invalid.problems()).extracting(DefinitionProblem::key)
					.containsExactlyInAnyOrder("tenant.id", "ledger.url", "ledger.password", "ledger.key"));
	}

	@Test
	void doesNotNeedTheCertificateOffline() {
		String yaml = graph("client-id: app", "certificate: absent.pem", "trust: absent.pem");
		assertThat(this.job.problems(yaml)).hasSize(2);
		TestJob.valid(this.job.loadOffline(yaml));
	}

	@Test
	void reportsEverythingElseOffline() {
		assertThat(this.job.loadOffline(graph("client-id: app", "client-secret: hunter2") + "  charset: '${ABSENT}'"))
			.isInstanceOfSatisfying(Loaded.Invalid.class,
					(invalid) -> assertThat(invalid.problems()).extracting(DefinitionProblem::key)
						.containsExactly("tenant.client-secret", "feed.charset"));
	}

	private String token(String reference) {
		Connection connection = this.job.valid(graph("access-token: " + reference)).connection();
		return ((Credential.AccessToken) ((Connection.Graph) connection).settings().credential()).token().inClear();
	}

}
