package org.ssprprefill.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.ChangeStore;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.SharedDatabase;
import org.ssprprefill.ledger.Wishes;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TenantLeaseIT {

	/** The holder's heart does not beat within a test. */
	private static final LeaseTimes TIMES = new LeaseTimes(Duration.ofHours(1), Duration.ofSeconds(35),
			Duration.ofHours(1));

	private static final DataSource DATABASE = SharedDatabase.dataSource();

	private final String tenant = "Tenant-" + UUID.randomUUID();

	private long nanos;

	private Instant wall = Runs.START;

	private final LeaseClock clock = new LeaseClock(() -> this.nanos, () -> this.wall);

	@TempDir
	private Path folder;

	private Home here;

	private Home there;

	@BeforeEach
	void makeHomes() {
		this.here = Home.at(this.folder.resolve("here"));
		this.there = Home.at(this.folder.resolve("there"));
	}

	private TenantLease acquire(Home home) {
		return TenantLease.acquire(DATABASE, home, this.tenant, TIMES, this.clock);
	}

	/** As if the holder had not been heard of for the whole term. */
	private void runOut() throws SQLException {
		Sql.run(DATABASE, "update sspr_prefill.tenant_lease set expires_at = clock_timestamp() - interval '1 ms'"
				+ " where tenant = '" + this.tenant.toLowerCase(Locale.ROOT) + "'");
	}

	private void pass(Duration length) {
		this.nanos += length.toNanos();
		this.wall = this.wall.plus(length);
	}

	@Test
	void letsOneRunAtATimeWriteToATenant() {
		try (TenantLease first = acquire(this.here)) {
			assertThat(first.holds()).isTrue();
			assertThatExceptionOfType(TenantBusyException.class).isThrownBy(() -> acquire(this.there));
			assertThatExceptionOfType(TenantBusyException.class).isThrownBy(() -> acquire(this.here));
		}
		acquire(this.there).close();
	}

	@Test
	void letsRunsWriteToDifferentTenantsAtOnce() {
		try (TenantLease one = acquire(this.here);
				TenantLease other = TenantLease.acquire(DATABASE, this.here, this.tenant + "-other")) {
			assertThat(one.holds()).isTrue();
			assertThat(other.holds()).isTrue();
		}
	}

	@Test
	void namesTheRunThatIsActiveAndSinceWhen() {
		RunRecord run = new Runs().begin(RunMode.APPLY);
		try (TenantLease lease = acquire(this.here)) {
			lease.names(run);
			for (Home home : new Home[] { this.here, this.there }) {
				assertThatExceptionOfType(TenantBusyException.class).isThrownBy(() -> acquire(home))
					.withMessageContaining("run " + run.id() + " of job " + run.job() + " (apply), since 20")
					.withMessageContaining("process " + ProcessHandle.current().pid());
			}
		}
	}

	@Test
	void outlivesEverySessionOfTheDatabase() throws SQLException {
		try (TenantLease lease = acquire(this.here)) {
			Sql.ask(DATABASE, "select count(pg_terminate_backend(pid, 10000)) from pg_stat_activity"
					+ " where pid <> pg_backend_pid() and application_name = 'sspr-prefill'");
			assertThatExceptionOfType(TenantBusyException.class).isThrownBy(() -> acquire(this.there));
			lease.renew();
			assertThat(lease.holds()).isTrue();
		}
	}

	@Test
	void goesToTheNextRunOnceItsHolderWasNotHeardOfForTheTerm() throws SQLException {
		TenantLease paused = acquire(this.here);
		runOut();
		try (TenantLease next = acquire(this.there)) {
			assertThatExceptionOfType(LeaseLostException.class).isThrownBy(paused::renew);
			assertThat(paused.holds()).isFalse();
			paused.close();
			next.renew();
			assertThat(next.holds()).isTrue();
		}
	}

	@Test
	void staysWithAHolderThatIsLateWhileNoOtherRunWantsIt() throws SQLException {
		try (TenantLease late = acquire(this.here)) {
			runOut();
			late.renew();
			assertThatExceptionOfType(TenantBusyException.class).isThrownBy(() -> acquire(this.there));
		}
	}

	@Test
	void goesAtOnceToTheNextRunAtThePlaceOfAHolderThatDied() throws SQLException {
		acquire(this.here).close();
		// A process that died gave nothing back; only its lock on the file is gone
		Sql.run(DATABASE, "update sspr_prefill.tenant_lease set expires_at = clock_timestamp() + interval '1 hour'"
				+ " where tenant = '" + this.tenant.toLowerCase(Locale.ROOT) + "'");
		assertThatExceptionOfType(TenantBusyException.class).isThrownBy(() -> acquire(this.there));
		acquire(this.here).close();
	}

	@Test
	void lapsesByWhicheverClockRanOnWhileItsHolderWasPaused() {
		for (Map.Entry<Duration, Duration> pause : Map
			.of(Duration.ofSeconds(35), Duration.ZERO, Duration.ZERO, Duration.ofSeconds(35), Duration.ofSeconds(1),
					Duration.ofMinutes(-10))
			.entrySet()) {
			try (TenantLease lease = acquire(this.here)) {
				pass(Duration.ofSeconds(34));
				lease.renew();
				pass(Duration.ofSeconds(34));
				assertThat(lease.holds()).isTrue();
				lease.renew();
				this.nanos += pause.getKey().toNanos();
				this.wall = this.wall.plus(pause.getValue());
				assertThat(lease.holds()).as("%s", pause).isFalse();
				lease.renew();
				assertThat(lease.holds()).isTrue();
			}
		}
	}

	@Test
	void takesTheDatabasesClockAloneWhereHostsDisagreeByMinutes() {
		try (TenantLease lease = acquire(this.here)) {
			LeaseClock ahead = new LeaseClock(() -> this.nanos, () -> this.wall.plusSeconds(600));
			assertThatExceptionOfType(TenantBusyException.class)
				.isThrownBy(() -> TenantLease.acquire(DATABASE, this.there, this.tenant, TIMES, ahead));
			assertThat(lease.holds()).isTrue();
		}
	}

	@Test
	void commitsNoStepOfAChangeOnceTheLeaseIsLost() throws SQLException {
		Runs runs = new Runs();
		RunRecord run = runs.begin(RunMode.RUN);
		TenantLease paused = acquire(this.here);
		ChangeStore changes = runs.ledger().under(paused).changes();
		changes.plan(run, List.of(Wishes.add("kim", MethodKind.MOBILE, 1)));
		long change = runs.changes(run).get(0).id();
		runOut();
		try (TenantLease next = acquire(this.there)) {
			assertThat(next.holds()).isTrue();
			assertThatExceptionOfType(LeaseLostException.class)
				.isThrownBy(() -> changes.sent(Map.of(change, "a-request"), List.of()));
			assertThat(runs.changes(run).get(0).state()).isEqualTo(ChangeState.PLANNED);
		}
		paused.close();
	}

	@Test
	void noticesADeadHolderWithinTwoMinutesAndLetsNoExchangeOutliveTheTerm() {
		LeaseTimes usual = LeaseTimes.usual();
		Duration longestExchange = Duration.ofSeconds(75);
		assertThat(usual.term()).isLessThan(Duration.ofMinutes(2));
		assertThat(usual.writing().plus(longestExchange)).isLessThan(usual.term());
		assertThat(usual.renewal().multipliedBy(3)).isLessThan(usual.writing());
	}

}
