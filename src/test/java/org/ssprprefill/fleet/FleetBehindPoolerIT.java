package org.ssprprefill.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.database.DebianPostgres;
import org.ssprprefill.database.FleetServer;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.PgBouncer;
import org.ssprprefill.definition.FleetDefinition;
import org.ssprprefill.definition.FleetDefinitions;
import org.ssprprefill.ledger.Ledger;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fleet and its tenants' ledgers behind Debian's pooler, which admits tenants' roles by
 * its query.
 */
class FleetBehindPoolerIT {

	private static Optional<DebianPostgres> found = Optional.empty();

	@TempDir
	private Path folder;

	@BeforeAll
	static void startServer() {
		Assumptions.assumeTrue(PgBouncer.isInstalled(), "No pgbouncer here");
		found = DebianPostgres.start();
		Assumptions.assumeTrue(found.isPresent(), "No PostgreSQL package under /usr/lib/postgresql");
	}

	@AfterAll
	static void stopServer() {
		found.ifPresent(DebianPostgres::close);
	}

	private FleetDefinition fleet(String name, String url) throws IOException {
		Files.writeString(this.folder.resolve("people.yaml"), "tenant: {id: a}");
		Files.writeString(this.folder.resolve("tenant.yaml"), """
				tenant: {simulated: people.yaml}
				feed: {drop: "${tenant.id}", columns: {employee-id: Employee, mobile: Mobile}, default-country: NL}
				""");
		Path file = Files.writeString(this.folder.resolve("fleet.yaml"), """
				fleet: %s
				database: {url: "%s", user: %s, password: "${PASSWORD}"}
				template: tenant.yaml
				tenants: [{id: one, zone: UTC}, {id: two, zone: UTC}]
				""".formatted(name, url, found.orElseThrow().user()));
		return FleetDefinitions.load(file, (variable) -> Optional.of(found.orElseThrow().password()))
			.fleet()
			.orElseThrow();
	}

	@ParameterizedTest
	@ValueSource(strings = { "session", "transaction" })
	void takesTheNightsOfItsTenants(String mode) throws IOException, SQLException {
		found.orElseThrow().createDatabase("fleet_" + mode);
		try (PgBouncer pooler = PgBouncer.start(found.orElseThrow(), mode)) {
			FleetDefinition fleet = fleet(mode, pooler.jdbcUrl("fleet_" + mode));
			Home home = Home.at(this.folder.resolve("home"));
			try (FleetServer server = FleetServer.open(fleet.database(), home, 2)) {
				assertThat(server.isKnown()).isFalse();
				server.migrate();
				assertThat(server.isMigrated() && server.isKnown()).isTrue();
				NightStore nights = new NightStore(fleet.name(), server);
				assertThat(new Dispatcher(fleet, nights, Clock.systemUTC()).dispatch(Optional.empty())).isEqualTo(2);
				NightRun run = (job, night, stop) -> {
					String schema = TenantSchema.of(fleet.name(), night.key().tenant());
					server.provide(schema);
					Ledger.open(server.ledgerOf(schema, Optional.empty()), home).close();
					return NightEnd.notBegun(0, "");
				};
				try (Worker worker = new Worker(fleet, nights, run, (night, end, outcome) -> {
				}, WorkerTimes.usual(), Clock.systemUTC())) {
					worker.start();
					worker.awaitEmpty();
				}
				assertThat(nights.newest()).hasSize(2)
					.allSatisfy((night) -> assertThat(night.outcome()).as("%s", night).isEqualTo(NightOutcome.DONE));
			}
		}
	}

}
