package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ssprprefill.ledger.SharedDatabase;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.TenantDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant that stands in a fleet under its id and under its domain. */
@ExtendWith(Rehearsals.class)
class TwiceEnteredTenantIT {

	private final String fleet = "twice-" + UUID.randomUUID().toString().substring(0, 8);

	@Test
	void hasOneMemoryAndItsOtherEntryIsMisconfigured() throws IOException {
		Rehearsal tenant = Rehearsal
			.of(TenantDescription.contoso(List.of(SimulatedUser.of("ada@contoso.com").withEmployeeId("E1"))))
			.with("tenant.id", "\"${tenant.id}\"")
			.with("feed.drop", "\"${tenant.drop}\"")
			.with("report.directory", "\"reports/${tenant.id}\"")
			.feed("E1;0612345671;ada@example.org");
		Path folder = tenant.folder();
		Files.copy(folder.resolve("drop/hr.csv"),
				Files.createDirectory(folder.resolve("drop-again")).resolve("hr.csv"));
		String file = fleet(tenant);
		assertThat(Commands.give(folder, "fleet", "migrate", file).exitCode()).isZero();

		Outcome night = Commands.give(folder, "fleet", "run", file, "--json");

		assertThat(night.exitCode()).as(night.err()).isOne();
		List<JsonNode> tenants = StreamSupport
			.stream(JsonMapper.shared().readTree(night.out()).get("tenants").spliterator(), false)
			.toList();
		assertThat(tenants).extracting((entry) -> entry.get("outcome").asString()).containsOnlyOnce("misconfigured");
		assertThat(tenants.get(0).get("reason").asString()).contains("contoso.com", tenant.id(), "are one tenant");
		assertThat(tenants.get(1).get("exitCode").asInt()).isNotEqualTo(1);
		assertThat(tenant.tenant().journal().writes()).hasSize(2)
			.allSatisfy((method, times) -> assertThat(times).isOne());
		assertThat(Commands.give(folder, "verify", file + "#" + tenants.get(0).get("tenant").asString()).exitCode())
			.isEqualTo(ExitCode.USAGE);
	}

	/** The rehearsal's own job as a template. */
	private String fleet(Rehearsal tenant) throws IOException {
		String job = Files.readString(Path.of(tenant.jobFile()));
		Files.writeString(tenant.folder().resolve("tenant.yaml"), job.replaceFirst("(?s)\nledger:\n( .*\n)+", "\n"));
		return Files.writeString(tenant.folder().resolve("fleet.yaml"), """
				fleet: %s
				database: {url: "%s", user: postgres, password: "${file:database-password}"}
				template: tenant.yaml
				tenants: [{id: %s, drop: drop, zone: UTC}, {id: contoso.com, drop: drop-again, zone: UTC}]
				""".formatted(this.fleet, SharedDatabase.access().get(0), tenant.id())).toString();
	}

}
