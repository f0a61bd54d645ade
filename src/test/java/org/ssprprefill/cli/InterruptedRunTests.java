package org.ssprprefill.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.simulator.Cue;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs that meet another process, a stop, a half-made home or a changed job. */
class InterruptedRunTests {

	private static final String WRITE = "/authentication/(phone|email)Methods$";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "postgres/bin", "postgres/data/PG_VERSION", "postgres/data/postmaster.pid" })
	void beginsAnewOverAHalfMadeHome(String made) {
		try (CrashScene scene = new CrashScene(this.folder)) {
			Child first = scene.start((line) -> {
			});
			scene.awaitFile("home/" + made);
			first.killAndWait();
			scene.assertWhole(scene.run());
		}
	}

	@Test
	void beginsAnewWhenTheJobChangedBeforeAnythingWasWritten() {
		try (CrashScene scene = new CrashScene(this.folder)) {
			Child first = heldUp(scene, Cue.on("GET", "^/users/delta$").nth(1), Child::killAndWait);
			scene.write("nightly.yaml", scene.job("scope: {exclude: [user1@contoso.com]}\n"));
			Child second = scene.run();
			assertThat(CrashScene.runOf(second)).isNotEqualTo(CrashScene.runOf(first));
			scene.assertWhole(second);
		}
	}

	@Test
	void finishesItsRunWhenTheJobChangedAfterTheFirstWrite() {
		try (CrashScene scene = new CrashScene(this.folder)) {
			Child first = heldUp(scene, Cue.on("POST", WRITE).nth(5), Child::killAndWait);
			scene.write("nightly.yaml", scene.job("scope: {exclude: [user1@contoso.com]}\n"));
			Child second = scene.run();
			assertThat(CrashScene.runOf(second)).isEqualTo(CrashScene.runOf(first));
			scene.assertWhole(second);
		}
	}

	@Test
	void leavesOffInGoodOrderWhenTerminated() {
		try (CrashScene scene = new CrashScene(this.folder)) {
			Child first = heldUp(scene, Cue.on("POST", WRITE).nth(30), Child::terminate);
			assertThat(first.end(30)).as(first.output()).isEqualTo(143);
			assertThat(first.output()).contains("start the same command again");
			assertThat(scene.home().resolve("postgres/data/postmaster.pid")).doesNotExist();
			Child second = scene.run();
			assertThat(CrashScene.runOf(second)).isEqualTo(CrashScene.runOf(first));
			scene.assertWhole(second);
		}
	}

	@Test
	void isNotRefusedByTheTenantWhenTerminatedBeforeItsFirstAnswers() {
		try (CrashScene scene = new CrashScene(this.folder)) {
			Child first = heldUp(scene, Cue.on("GET", "^/organization"), Child::terminate);
			assertThat(first.end(30)).as(first.output()).isEqualTo(143);
			assertThat(first.output()).contains("start the same command again").doesNotContain("Refused: ");
			Child second = scene.run();
			assertThat(CrashScene.runOf(second)).isEqualTo(CrashScene.runOf(first));
			scene.assertWhole(second);
		}
	}

	@Test
	void aSecondProcessNamesTheOneThatIsActive() {
		try (CrashScene scene = new CrashScene(this.folder)) {
			CountDownLatch reached = new CountDownLatch(1);
			CompletableFuture<Child> other = new CompletableFuture<>();
			scene.simulator()
				.rehearse(FaultScript.none().on(Cue.on("GET", "^/users/delta$").nth(1), Fault.beforeApplying(() -> {
					reached.countDown();
					other.join();
				})));
			Child first = scene.start((line) -> {
			});
			Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> reached.getCount() == 0);
			Child second = scene.run();
			other.complete(second);
			assertThat(second.end()).as(second.output()).isEqualTo(ExitCode.BUSY);
			assertThat(second.output()).contains("process " + first.pid());
			scene.assertWhole(first);
		}
	}

	private interface Act {

		void on(Child child);

	}

	private static Child heldUp(CrashScene scene, Cue moment, Act act) {
		CompletableFuture<Child> victim = new CompletableFuture<>();
		scene.simulator().rehearse(FaultScript.none().on(moment, Fault.beforeApplying(() -> act.on(victim.join()))));
		Child child = scene.start((line) -> {
		});
		victim.complete(child);
		child.end();
		return child;
	}

}
