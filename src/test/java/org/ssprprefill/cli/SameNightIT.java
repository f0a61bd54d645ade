package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.fleet.TenantSchema;
import org.ssprprefill.ledger.SharedDatabase;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.Simulator;
import org.ssprprefill.simulator.TenantDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant's night inside a fleet leaves what its night alone leaves. */
class SameNightIT {

	private static final String[] ROWS = { "E1;0612345671;ada@example.org", "E2;0612345672;", "E3;12;bob@example.org",
			"E4;0612345674;cyd@example.org", "E5;0612345675;dee@example.org", "E9;0612345679;eve@example.org",
			"E6;0612345676;not an address" };

	/** What differs between any two nights: when, how long and under which name. */
	private static final List<String> OF_A_NIGHT = List.of("id", "job", "startedAt", "finishedAt", "seconds", "graph",
			"hash");

	private final String name = "same-night-" + UUID.randomUUID().toString().substring(0, 8);

	private static TenantDescription tenant() {
		return TenantDescription.contoso(List.of(user("admin", "E1"), user("bob", "E2"), user("cyd", "E3"),
				user("dee", "E4").withMethod(MethodKind.MOBILE, "+31612345699"), user("eve", "E5"), user("fay", "E6"),
				user("gus", "E7")));
	}

	private static SimulatedUser user(String name, String employeeId) {
		return SimulatedUser.of(name + "@contoso.com").withEmployeeId(employeeId).withLicences("SPE_E3");
	}

	@Test
	void leavesTheSameTenantLedgerAndReport() throws IOException {
		Rehearsal alone = Rehearsal.of(tenant()).feed(ROWS);
		alone.tenant().grantRole("admin@contoso.com", "Global Administrator");
		alone.tenant().disable("eve@contoso.com");
		Outcome night = alone.run();
		assertThat(night.exitCode()).as(night.err()).isEqualTo(4);

		Rehearsal inside = Rehearsal.of(tenant()).feed(ROWS);
		inside.tenant().grantRole("admin@contoso.com", "Global Administrator");
		inside.tenant().disable("eve@contoso.com");
		Outcome fleet = Commands.give(inside.folder(), "fleet", "run", fleet(inside), "--json");
		assertThat(fleet.exitCode()).as(fleet.err()).isEqualTo(4);
		Path report = report(inside);

		assertThat(methods(inside.tenant())).isEqualTo(methods(alone.tenant()));
		assertThat(inside.tenant().journal().writes()).isEqualTo(alone.tenant().journal().writes());
		for (String file : List.of("people.csv", "rejects.csv")) {
			assertThat(report.resolve(file)).content().isEqualTo(night.file(file));
		}
		assertThat(stable(Files.readString(report.resolve("report.json"))))
			.containsExactlyInAnyOrderEntriesOf(stable(night.file("report.json")));
		assertThat(changes(TenantSchema.of(this.name, inside.id()), report.getFileName().toString()))
			.hasSizeGreaterThan(3)
			.isEqualTo(changes("sspr_prefill", night.report().run().id()));
	}

	/** The rehearsal's own job as a template. */
	private String fleet(Rehearsal inside) throws IOException {
		String job = Files.readString(Path.of(inside.jobFile()));
		Files.writeString(inside.folder().resolve("tenant.yaml"), job.replaceFirst("(?s)\nledger:\n( .*\n)+", "\n"));
		Path file = inside.folder().resolve("fleet.yaml");
		Files.writeString(file, """
				fleet: %s
				database: {url: "%s", user: postgres, password: "${file:database-password}"}
				template: tenant.yaml
				tenants: [{id: %s, drop: drop, zone: UTC}]
				""".formatted(this.name, SharedDatabase.access().get(0), inside.id()));
		assertThat(Commands.give(inside.folder(), "fleet", "migrate", file.toString()).exitCode()).isZero();
		return file.toString();
	}

	private static Path report(Rehearsal inside) throws IOException {
		try (Stream<Path> files = Files.walk(inside.folder().resolve("reports"))) {
			return files.filter((file) -> file.endsWith("report.json")).findFirst().orElseThrow().resolveSibling("");
		}
	}

	private static Map<String, Map<MethodKind, String>> methods(Simulator simulator) {
		return tenant().users()
			.stream()
			.map(SimulatedUser::userPrincipalName)
			.collect(Collectors.toMap((user) -> user, simulator::methodsOf));
	}

	private static List<Map<String, Object>> changes(String schema, String run) {
		return new JdbcTemplate(SharedDatabase.dataSource())
			.queryForList("select object_id, kind, action, reason, state," + " status, code from " + schema
					+ ".change where run = ? order by object_id, kind", run);
	}

	/** Every value of a report by its place, without what is a night's own. */
	private static Map<String, String> stable(String json) {
		Map<String, String> values = new TreeMap<>();
		collect("", JsonMapper.shared().readTree(json), values);
		return values;
	}

	private static void collect(String place, JsonNode node, Map<String, String> values) {
		if (node.isObject()) {
			node.properties()
				.stream()
				.filter((entry) -> !OF_A_NIGHT.contains(entry.getKey()))
				.forEach((entry) -> collect(place + "." + entry.getKey(), entry.getValue(), values));
		}
		else if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				// Steps side by side begin, and answer their checks, in any order
				String name = node.get(i).path("name").asString(String.valueOf(i));
				collect(place + "[" + node.get(i).path("title").asString(name) + "]", node.get(i), values);
			}
		}
		else {
			values.put(place,
					node.asString()
						.replaceAll("/\\S*/rehearsal\\d+", "FOLDER")
						.replaceAll("\\d{8}-\\d{6}-[0-9a-f]+", "RUN")
						.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME"));
		}
	}

}
