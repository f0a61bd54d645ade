package org.ssprprefill.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.SharedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One tenant, several entries of a fleet, and a job of its own in the same database. */
class TenantClaimsIT {

	private final String suffix = UUID.randomUUID().toString().substring(0, 8);

	private final String organization = UUID.randomUUID().toString();

	@TempDir
	private Path folder;

	private FleetServer server;

	@BeforeEach
	void openServer() {
		this.server = FleetServer
			.open(new LedgerSettings(Optional.of(SharedDatabase.access().get(0)), Optional.of("postgres"),
					Optional.of(Secret.of(SharedDatabase.access().get(1))), Optional.empty(), FleetServer.SCHEMA, 4),
					SharedDatabase.home(), 1);
		this.server.migrate();
	}

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	private String schema(String entry) {
		return "t_" + entry + "_" + this.suffix;
	}

	private String provided(String entry) {
		this.server.provide(schema(entry));
		return entry;
	}

	private void claim(String entry) {
		claim("fleet-" + this.suffix, entry);
	}

	private void claim(String fleet, String entry) {
		this.server.claim(this.organization, fleet, entry, schema(entry));
	}

	private TenantLease job() {
		return TenantLease.acquire(SharedDatabase.dataSource(), Home.at(this.folder.resolve("job")), this.organization);
	}

	private TenantLease night(Ledger ledger) {
		return TenantLease.acquire(ledger.dataSource(), Home.at(this.folder.resolve("night")), this.organization);
	}

	private Ledger ledger(String entry) {
		return Ledger.open(this.server.ledgerOf(schema(entry), Optional.empty()), Home.at(this.folder.resolve(entry)));
	}

	@Test
	void givesATenantToOneEntryHoweverManyClaimIt() {
		List<String> entries = IntStream.range(0, 4).mapToObj((entry) -> provided("e" + entry)).toList();
		List<String> refused = entries.parallelStream().filter((entry) -> isRefused(entry)).toList();
		assertThat(refused).hasSize(3);
		String winner = entries.stream().filter((entry) -> !refused.contains(entry)).findFirst().orElseThrow();
		assertThatCode(() -> claim(winner)).doesNotThrowAnyException();
		assertThatExceptionOfType(TenantClaimedException.class).isThrownBy(() -> claim(refused.get(0)))
			.withMessageContaining("under " + winner)
			.withMessageContaining("entry " + refused.get(0) + " out of");
	}

	private boolean isRefused(String entry) {
		try {
			claim(entry);
			return false;
		}
		catch (TenantClaimedException ex) {
			return true;
		}
	}

	@Test
	void forgetsAnEntryWhoseSchemaWasDropped() throws SQLException {
		claim(provided("old"));
		Sql.run(SharedDatabase.dataSource(), "drop schema " + schema("old") + " cascade");
		claim(provided("new"));
		assertThatExceptionOfType(TenantClaimedException.class).isThrownBy(() -> claim("old"));
	}

	@Test
	void letsANightWaitForTheTenantsOwnJobAndTheJobForTheNight() {
		try (Ledger ledger = ledger(provided("one"))) {
			try (TenantLease night = night(ledger)) {
				claim("one");
				assertThatExceptionOfType(TenantBusyException.class).isThrownBy(this::job);
				night.requireHeld();
			}
			try (TenantLease job = job()) {
				assertThatExceptionOfType(TenantBusyException.class).isThrownBy(() -> claim("one"));
				job.requireHeld();
			}
			claim("one");
		}
	}

	@Test
	void letsANightWaitForAnotherFleetsNight() {
		try (Ledger ledger = ledger(provided("one"))) {
			try (TenantLease night = night(ledger)) {
				claim("one");
				assertThatExceptionOfType(TenantBusyException.class)
					.isThrownBy(() -> claim("another-" + this.suffix, provided("two")));
				night.requireHeld();
			}
			claim("another-" + this.suffix, "two");
		}
	}

	@Test
	void takesTheRightToWriteFromAJobThatWasNotHeardOf() throws SQLException {
		claim(provided("one"));
		try (TenantLease job = job()) {
			Sql.run(SharedDatabase.dataSource(), "update sspr_prefill.tenant_lease set expires_at = clock_timestamp()"
					+ " - interval '1 ms' where tenant = '" + this.organization + "'");
			claim("one");
			assertThatExceptionOfType(LeaseLostException.class).isThrownBy(job::renew);
		}
	}

}
