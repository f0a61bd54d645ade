package org.ssprprefill.definition;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTests {

	private static final String TENANT = "tenant:\n  id: contoso.com\n  access-token: ${ONE}\n";

	@TempDir
	Path folder;

	TestJob job;

	@BeforeEach
	void makeJob() {
		this.job = new TestJob(this.folder, Map.of("ONE", "first", "TWO", "second"));
	}

	@Test
	void isASha256InHexadecimal() {
		assertThat(of(TENANT + TestJob.FEED)).matches("[0-9a-f]{64}").isEqualTo(of(TENANT + TestJob.FEED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "  default-country: NL", "  charset: UTF-8", "  delimiter: ';'", "    office: Work",
			"    name: Mobile", "match: {by: [employee-id]}", "scope: {group: g-1}",
			"scope: {exclude: [a@contoso.com]}", "scope: {pilot: 5}", "methods: {mobile: own}",
			"methods: {office: missing}", "limits: {changes: 501}", "limits: {same-email: 2}" })
	void changesWithWhatDecidesAPlan(String addition) {
		assertThat(of(TENANT + TestJob.FEED + addition)).isNotEqualTo(of(TENANT + TestJob.FEED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "  files: '*.txt'", "  settled-for: 5m", "pace: {in-flight: 2}",
			"sspr: {methods-required: 2}", "report: {directory: elsewhere}", "ledger: {user: me, password: '${ONE}'}",
			"name: other", "limits: {changes: 500}", "scope: {exclude: []}" })
	void staysWithWhatDoesNotDecideAPlan(String addition) {
		assertThat(of(TENANT + TestJob.FEED + addition)).isEqualTo(of(TENANT + TestJob.FEED));
	}

	@Test
	void changesWithTenantAndCloudButNotWithTheWayThere() {
		String before = of(TENANT + TestJob.FEED);
		assertThat(of(TENANT.replace("contoso.com", "example.org") + TestJob.FEED)).isNotEqualTo(before);
		assertThat(of(TENANT + "  cloud: china\n" + TestJob.FEED)).isNotEqualTo(before);
		assertThat(of(TENANT + "  endpoint: http://127.0.0.1:9/v1.0\n" + TestJob.FEED)).isEqualTo(before);
		assertThat(of(TENANT.replace("ONE", "TWO") + TestJob.FEED)).isEqualTo(before);
		assertThat(of(TestJob.SMALLEST)).isNotEqualTo(before);
	}

	@Test
	void changesWithTheSimulatedTenant() {
		this.job.file("other.yaml", "rw-r--r--", "users: []");
		assertThat(of(TestJob.SMALLEST.replace("tenant.yaml", "other.yaml"))).isNotEqualTo(of(TestJob.SMALLEST));
	}

	@Test
	void doesNotDependOnTheOrderOfExclusions() {
		assertThat(of(TestJob.SMALLEST + "scope: {exclude: [a@contoso.com, b@contoso.com]}"))
			.isEqualTo(of(TestJob.SMALLEST + "scope: {exclude: [B@contoso.com, a@contoso.com]}"));
	}

	@Test
	void tellsAListFromAHeaderThatLooksLikeOne() {
		assertThat(of(TestJob.SMALLEST + "    name: [A, B]")).isNotEqualTo(of(TestJob.SMALLEST + "    name: 'A, B'"))
			.isNotEqualTo(of(TestJob.SMALLEST + "    name: A 1:B"));
	}

	private String of(String yaml) {
		return this.job.valid(yaml).fingerprint();
	}

}
