package org.ssprprefill.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.coverage.SsprSettings.Writeback;
import org.ssprprefill.feed.Field;
import org.ssprprefill.plan.LimitSettings;
import org.ssprprefill.plan.MethodPolicy;

import static org.assertj.core.api.Assertions.assertThat;

/** The job definitions that come with the program. */
class ShippedJobsTests {

	private static final Path JOBS = Path.of("jobs");

	@TempDir
	Path folder;

	@Test
	void demoLoads() throws IOException {
		JobDefinition demo = demo();
		assertThat(demo.methods())
			.isEqualTo(Map.of(MethodKind.MOBILE, MethodPolicy.MISSING, MethodKind.OFFICE, MethodPolicy.OFF,
					MethodKind.ALTERNATE_MOBILE, MethodPolicy.OFF, MethodKind.EMAIL, MethodPolicy.MISSING));
		assertThat(demo.limits()).isEqualTo(new LimitSettings(200, 200, 40, 20, 1, 1));
		assertThat(demo.scope().exclude()).containsExactly("breakglass@contoso.com");
		assertThat(demo.sspr().target()).hasValue(60);
		assertThat(demo.sspr().passwordWriteback()).isEqualTo(Writeback.ON);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"Personeelsnummer;Naam;UPN;Zakelijk e-mail;Mobiel;Telefoon werk;Mobiel 2;Privé e-mail;Land;Afdeling",
			"Personalnummer;Name;Benutzerprinzipalname;E-Mail (geschäftlich);Mobilnummer;Telefon;E-Mail (privat);"
					+ "Land;Abteilung",
			"Employee ID;Worker;User Name;Work Email;Mobile Phone;Work Phone;Personal Email;Country;Department" })
	void demoKnowsEveryHeaderOfItsThreeExports(String headers) throws IOException {
		Map<Field, List<String>> columns = demo().feed().columns();
		assertThat(columns.values().stream().flatMap(Collection::stream)).contains(headers.split(";"));
		assertThat(columns.values())
			.allSatisfy((accepted) -> assertThat(Arrays.stream(headers.split(";")).filter(accepted::contains))
				.hasSizeLessThan(2));
	}

	@Test
	void nightlyLoadsOnAMachineThatHasItsFilesAndVariables() throws IOException {
		TestJob job = new TestJob(this.folder, Map.of("SSPR_TENANT_ID", "contoso.com", "SSPR_CLIENT_ID", "app"));
		String nightly = Files.readString(JOBS.resolve("nightly.yaml"))
			.replace("/etc/sspr-prefill/", this.folder + "/");
		JobDefinition definition = job.valid(nightly);
		assertThat(definition.name()).isEqualTo("nightly");
		assertThat(definition.feed().columns()).containsOnlyKeys(Field.values());
		JobDefinition smallest = job.valid(TestJob.SMALLEST);
		assertThat(definition.limits()).isEqualTo(smallest.limits());
		assertThat(definition.sspr()).as("claims nothing about a tenant").isEqualTo(smallest.sspr());
		assertThat(definition.ledger()).as("demands no server and no key").isEqualTo(smallest.ledger());
	}

	@Test
	void nightlyExplainsEveryKey() throws IOException {
		String nightly = Files.readString(JOBS.resolve("nightly.yaml"));
		for (String section : Keys.in("")) {
			assertThat(nightly).contains(section);
			assertThat(Keys.in(section))
				.allSatisfy((key) -> assertThat(nightly.matches("(?s).*\n *(# )?" + key + ":.*")).as(key).isTrue());
		}
	}

	private JobDefinition demo() throws IOException {
		TestJob job = new TestJob(Files.createDirectories(this.folder.resolve("jobs")));
		Files.createDirectories(this.folder.resolve("sample-data"));
		Files.writeString(this.folder.resolve("sample-data/tenant.yaml"), "users: []");
		return job.valid(Files.readString(JOBS.resolve("demo.yaml")));
	}

}
