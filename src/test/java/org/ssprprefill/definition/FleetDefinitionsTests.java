package org.ssprprefill.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.graph.Credential;

import static org.assertj.core.api.Assertions.assertThat;

class FleetDefinitionsTests {

	private static final String KEY = "0123456789abcdef0123456789abcdef";

	private static final Map<String, String> ENVIRONMENT = Map.of("KEY_A", KEY, "APP", "app-secret", "OWN",
			"own-secret");

	@TempDir
	private Path folder;

	@BeforeEach
	void template() throws IOException {
		write("tenant.yaml",
				"""
						tenant: {id: "${tenant.id}"}
						feed: {drop: "${tenant.drop}", columns: {employee-id: Employee, mobile: Mobile}, default-country: "${tenant.COUNTRY}"}
						""");
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(this.folder.resolve(name), text);
	}

	private FleetLoaded load(String... tenants) throws IOException {
		write("fleet.yaml", """
				fleet: group
				template: tenant.yaml
				app: {client-id: 0000, client-secret: "${APP}"}
				tenants:
				""" + String.join("", List.of(tenants).stream().map((tenant) -> "  - " + tenant + "\n").toList()));
		return FleetDefinitions.load(this.folder.resolve("fleet.yaml"),
				(name) -> Optional.ofNullable(ENVIRONMENT.get(name)));
	}

	private static JobDefinition job(FleetLoaded loaded, int tenant) {
		return loaded.tenants().get(tenant).definition().orElseThrow(() -> new AssertionError(loaded.sentences()));
	}

	@Test
	void fillsTheTemplateFromEachEntry() throws IOException {
		FleetLoaded loaded = load(
				"{id: a.com, name: A, zone: Europe/Amsterdam, drop: drop/a, key: \"${KEY_A}\", values: {COUNTRY: NL}}",
				"{id: b.com, drop: drop/b, values: {COUNTRY: DE}, set: {limits: {changes: 7}, report.language: de}, "
						+ "app: {client-id: 1111, client-secret: \"${OWN}\"}}");
		assertThat(loaded.sentences()).isEmpty();
		FleetDefinition fleet = loaded.fleet().orElseThrow();
		assertThat(fleet.atATime()).isEqualTo(8);
		JobDefinition first = job(loaded, 0);
		assertThat(first.tenantId()).contains("a.com");
		assertThat(first.feed().drop()).isEqualTo(this.folder.resolve("drop/a"));
		assertThat(first.report().directory()).isEqualTo(this.folder.resolve("reports/a.com"));
		assertThat(first.ledger().key().orElseThrow().inClear()).isEqualTo(KEY);
		assertThat(first.limits().changes()).isNotEqualTo(7);
		assertThat(secret(first)).isEqualTo("app-secret");
		assertThat(loaded.tenants().get(0).zone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
		JobDefinition second = job(loaded, 1);
		assertThat(second.limits().changes()).isEqualTo(7);
		assertThat(secret(second)).isEqualTo("own-secret");
		assertThat(second.report().language().word()).isEqualTo("de");
	}

	private static String secret(JobDefinition job) {
		Credential credential = ((Connection.Graph) job.connection()).settings().credential();
		return ((Credential.ClientSecret) credential).secret().inClear();
	}

	@Test
	void saysEverythingThatIsWrongAtOnceAndSparesTheOthers() throws IOException {
		FleetLoaded loaded = load("{id: a.com, drop: drop/a, values: {COUNTRY: NL}}",
				"{id: b.com, name: B, drop: drop/b, zone: Mars, set: {limits: {changes: many}}}",
				"{name: C, drop: drop/c, colour: red, key: " + KEY + ", values: {COUNTRY: XX}}");
		assertThat(loaded.fleet()).isPresent();
		assertThat(loaded.tenants().get(0).definition()).isPresent();
		assertThat(loaded.tenants().get(1).definition()).isEmpty();
		assertThat(loaded.sentences()).anyMatch((line) -> line.contains("zone: 'Mars'") && line.contains("(tenant B)"))
			.anyMatch((line) -> line.contains("fleet.yaml") && line.contains("limits.changes: 'many'"))
			.anyMatch((line) -> line.contains("tenant.yaml:2: feed.default-country: '${tenant.COUNTRY}'")
					&& line.contains("Give values: {COUNTRY: …}"))
			.anyMatch((line) -> line.contains("id: is missing"))
			.anyMatch((line) -> line.contains("colour: 'red' stands under a key that does not exist"))
			.anyMatch((line) -> line.contains("is a secret written into the file"))
			.noneMatch((line) -> line.contains(KEY));
	}

	@Test
	void readsOneTenantsJobForWorkThatNeedsNoSecret() throws IOException {
		load("{id: a.com, drop: drop/a, name: Alpha, values: {COUNTRY: NL}}");
		Path file = this.folder.resolve("fleet.yaml");
		Files.writeString(file, Files.readString(file) + "database: {url: \"${DB}\", password: \"${DB_PASSWORD}\"}\n");
		assertThat(tenant(file, Purpose.LEDGER)).isInstanceOf(Loaded.Invalid.class);
		assertThat(tenant(file, Purpose.FEED)).isInstanceOfSatisfying(Loaded.Valid.class,
				(job) -> assertThat(TenantReference.of(job.definition().file()))
					.contains(new TenantReference(file, "a.com")));
		assertThat(TenantReference.of(file)).isEmpty();
	}

	private static Loaded tenant(Path file, Purpose purpose) {
		return FleetDefinitions.load(file, (name) -> Optional.empty(), purpose).tenant("ALPHA");
	}

	@Test
	void letsNoTenantHaveAnothersFolderOrId() throws IOException {
		FleetLoaded loaded = load("{id: a.com, drop: drop, values: {COUNTRY: NL}}",
				"{id: b.com, drop: drop/b, values: {COUNTRY: NL}}", "{id: c.com, drop: c, values: {COUNTRY: NL}}",
				"{id: d.com, drop: d, values: {COUNTRY: NL}}", "{id: D.com, drop: e, values: {COUNTRY: NL}}");
		assertThat(loaded.tenants()).filteredOn((tenant) -> tenant.definition().isPresent())
			.extracting(FleetTenant::id)
			.containsExactly("c.com");
	}

	@Test
	void namesBothEntriesOfOneTenant() throws IOException {
		FleetLoaded loaded = load("{id: a.com, drop: a, values: {COUNTRY: NL}}",
				"{id: b.com, drop: b, values: {COUNTRY: NL}, set: {tenant.id: A.com}}",
				"{id: c.com, drop: c, values: {COUNTRY: NL}}");
		assertThat(loaded.tenants()).filteredOn((tenant) -> tenant.definition().isPresent())
			.extracting(FleetTenant::id)
			.containsExactly("c.com");
		assertThat(loaded.sentences())
			.anyMatch((line) -> line.contains("tenant.id: 'a.com' is also the tenant of the entry b.com"))
			.anyMatch((line) -> line.contains("tenant.id: 'a.com' is also the tenant of the entry a.com"));
	}

	@Test
	void readsAFileForEachTenant() throws IOException {
		Files.createDirectory(this.folder.resolve("tenants"));
		write("tenants/a.yaml", "{id: a.com, drop: drop/a, values: {COUNTRY: NL}}");
		write("tenants/b.yaml", "id: [");
		write("fleet.yaml", """
				fleet: group
				template: tenant.yaml
				tenants: tenants/*.yaml
				app: {client-id: 0000, client-secret: "${APP}"}
				night: {at: "25:00"}
				""");
		FleetLoaded loaded = FleetDefinitions.load(this.folder.resolve("fleet.yaml"),
				(name) -> Optional.ofNullable(ENVIRONMENT.get(name)));
		assertThat(loaded.fleet()).isEmpty();
		assertThat(loaded.tenants()).hasSize(2);
		assertThat(loaded.tenants().get(0).definition()).isPresent();
		assertThat(loaded.sentences()).anyMatch((line) -> line.contains("night.at: '25:00' is not a time of day"))
			.anyMatch((line) -> line.contains("b.yaml") && line.contains("not well-formed"));
	}

}
