package org.ssprprefill.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.database.DebianPostgres;
import org.ssprprefill.database.PgBouncer;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;
import org.ssprprefill.simulator.FaultTrigger;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole nights with the ledger on a PostgreSQL server of the administrator's own. */
class ExternalLedgerIT {

	private static Optional<DebianPostgres> found = Optional.empty();

	@TempDir
	private Path folder;

	@BeforeAll
	static void startServer() {
		found = DebianPostgres.start();
		Assumptions.assumeTrue(found.isPresent(), "No PostgreSQL package under /usr/lib/postgresql");
	}

	@AfterAll
	static void stopServer() {
		found.ifPresent(DebianPostgres::close);
	}

	@Test
	void twoHomesShareOneServerAndOneTenantAtATime() {
		assertOneAtATime(server().jdbcUrl());
	}

	@ParameterizedTest
	@ValueSource(strings = { "session", "transaction" })
	void twoHomesShareOneTenantAtATimeThroughAPooler(String mode) throws SQLException {
		Assumptions.assumeTrue(PgBouncer.isInstalled(), "No pgbouncer here");
		server().createDatabase(mode);
		try (PgBouncer pooler = PgBouncer.start(server(), mode)) {
			assertOneAtATime(pooler.jdbcUrl(mode));
		}
	}

	/** In a database of its own, so that it sees the tenant begin from nothing. */
	private void assertOneAtATime(String url) {
		try (CrashScene scene = sceneOn(url)) {
			CompletableFuture<Child> other = new CompletableFuture<>();
			CompletableFuture<Boolean> reached = new CompletableFuture<>();
			FaultTrigger reading = FaultTrigger.on("GET", "^/users/delta$").nth(1);
			scene.simulator().rehearse(FaultScript.none().on(reading, Fault.beforeApplying(() -> {
				reached.complete(true);
				other.join();
			})));
			Child first = start(scene, "one-home");
			reached.orTimeout(2, TimeUnit.MINUTES).join();
			Child second = start(scene, "another-home");
			second.end();
			other.complete(second);
			scene.assertWhole(first);
			assertThat(second.end()).as(second.output()).isEqualTo(ExitCode.BUSY);
			assertThat(second.output()).contains(CrashScene.runOf(first));
			assertThat(this.folder.resolve("one-home/postgres")).doesNotExist();
			Child third = start(scene, "another-home");
			assertThat(third.end()).as(third.output()).isNotIn(ExitCode.BUSY, ExitCode.FAILED);
			assertThat(scene.simulator().journal().writes()).hasSize(CrashScene.CHANGES);
		}
	}

	/**
	 * The first run stands still until its lease has run out, and the second one's server
	 * restarts: each change is written once.
	 */
	@Test
	void aPausedRunThatLostItsTenantWritesNoMoreAndTheOtherOneSurvivesARestartOfTheServer() throws SQLException {
		server().createDatabase("paused");
		try (CrashScene scene = sceneOn(server().jdbcUrl("paused"))) {
			CompletableFuture<Child> victim = new CompletableFuture<>();
			CompletableFuture<Boolean> paused = new CompletableFuture<>();
			scene.simulator().rehearse(FaultScript.none().on(write(1), Fault.beforeApplying(() -> {
				victim.join().pause();
				paused.complete(true);
			})));
			Child first = start(scene, "one-home");
			victim.complete(first);
			paused.orTimeout(2, TimeUnit.MINUTES).join();
			String heard = server()
				.ask("paused", "update sspr_prefill.tenant_lease l set expires_at = clock_timestamp()"
						+ " - interval '1 ms' from sspr_prefill.tenant_lease o where o.tenant = l.tenant returning o.renewed_at");
			Fault restart = Fault.beforeApplying(server()::restart);
			AtomicBoolean restarts = new AtomicBoolean(true);
			Child second = start(scene, "another-home", (line) -> {
				// Once, because the run that goes on gets here again
				if (line.startsWith("limits") && restarts.getAndSet(false)) {
					scene.simulator().rehearse(FaultScript.none().on(write(1), restart));
				}
			});
			scene.assertWhole(second);
			assertThat(CrashScene.runOf(second)).isEqualTo(CrashScene.runOf(first));
			// As long as a lease that runs out by itself takes, and then some
			awaitAge("paused", heard, 36);
			first.goOn();
			assertThat(first.end()).as(first.output()).isEqualTo(ExitCode.FAILED);
			assertThat(first.output()).contains("lost the right to write").doesNotContain("Exception", "\tat ");
			scene.assertDone(CrashScene.runOf(second));
		}
	}

	private static void awaitAge(String database, String moment, int seconds) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> "t".equals(server().ask(database,
					"select clock_timestamp() - '" + moment + "'::timestamptz > interval '" + seconds + " s'")));
	}

	@Test
	void aRunWhoseServerIsGoneForGoodSaysSoInOneSentenceAndTheNextStartGoesOn() throws SQLException {
		server().createDatabase("gone");
		try (CrashScene scene = sceneOn(server().jdbcUrl("gone") + "?loginTimeout=5")) {
			scene.simulator().rehearse(FaultScript.none().on(write(31), Fault.beforeApplying(server()::stop)));
			Child first = start(scene, "home");
			assertThat(first.end()).as(first.output()).isEqualTo(ExitCode.FAILED);
			assertThat(first.output()).containsOnlyOnce("start the same command again")
				.doesNotContain("Exception", "\tat ", "ERROR", "WARN");
			server().launchAgain();
			Child second = start(scene, "home");
			scene.assertWhole(second);
			assertThat(CrashScene.runOf(second)).isEqualTo(CrashScene.runOf(first));
		}
	}

	private static FaultTrigger write(int number) {
		return FaultTrigger.on("POST", "/authentication/(phone|email)Methods$").nth(number);
	}

	private CrashScene sceneOn(String url) {
		CrashScene scene = new CrashScene(this.folder);
		scene.write("nightly.yaml", scene.job("""
				ledger: {url: "%s", user: %s, password: "${SCENE_PASSWORD}", key: "${SCENE_KEY}"}
				""".formatted(url, server().user())));
		return scene;
	}

	private static Child start(CrashScene scene, String home) {
		return start(scene, home, (line) -> {
		});
	}

	private static Child start(CrashScene scene, String home, Consumer<String> heard) {
		return scene.start(heard, "run", home,
				Map.of("SCENE_PASSWORD", server().password(), "SCENE_KEY", "a key for tests, 32 characters or more"));
	}

	private static DebianPostgres server() {
		return found.orElseThrow();
	}

}
