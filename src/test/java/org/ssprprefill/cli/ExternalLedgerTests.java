package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.ledger.DebianPostgres;
import org.ssprprefill.simulator.Cue;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole nights with the ledger on a PostgreSQL server of the administrator's own. */
class ExternalLedgerTests {

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

	/** One night, so that the test's only server sees one tenant begin from nothing. */
	@Test
	void twoHomesShareOneServerAndOneTenantAtATime() {
		try (CrashScene scene = new CrashScene(this.folder)) {
			scene.write("nightly.yaml", scene.job("""
					ledger: {url: "%s", user: %s, password: "${SCENE_PASSWORD}", key: "${SCENE_KEY}"}
					""".formatted(server().jdbcUrl(), server().user())));
			CompletableFuture<Child> other = new CompletableFuture<>();
			CompletableFuture<Boolean> reached = new CompletableFuture<>();
			Cue reading = Cue.on("GET", "^/users/delta$").nth(1);
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
		}
	}

	private static Child start(CrashScene scene, String home) {
		return scene.start((line) -> {
		}, "run", home,
				Map.of("SCENE_PASSWORD", server().password(), "SCENE_KEY", "a key for tests, 32 characters or more"));
	}

	private static DebianPostgres server() {
		return found.orElseThrow();
	}

}
