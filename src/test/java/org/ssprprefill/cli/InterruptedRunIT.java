package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.report.ReportSchema;
import org.ssprprefill.simulator.FaultTrigger;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs that meet another process, a stop, a half-made home or a changed job. */
class InterruptedRunIT {

	private static final String WRITE = "/authentication/(phone|email)Methods$";

	@TempDir
	private static Path made;

	private static Path usedHome;

	@TempDir
	private Path folder;

	@BeforeAll
	static void makeAHome() {
		usedHome = CrashScene.usedHome(made);
	}

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
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			Child first = heldUp(scene, FaultTrigger.on("GET", "^/users/delta$").nth(1), Child::killAndWait);
			scene.write("nightly.yaml", scene.job("scope: {exclude: [user1@contoso.com]}\n"));
			Child second = scene.run();
			assertThat(CrashScene.runOf(second)).isNotEqualTo(CrashScene.runOf(first));
			scene.assertWhole(second);
		}
	}

	@Test
	void finishesItsRunWhenTheJobChangedAfterTheFirstWrite() {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			Child first = heldUp(scene, FaultTrigger.on("POST", WRITE).nth(5), Child::killAndWait);
			scene.write("nightly.yaml", scene.job("scope: {exclude: [user1@contoso.com]}\n"));
			Child second = scene.run();
			assertThat(CrashScene.runOf(second)).isEqualTo(CrashScene.runOf(first));
			scene.assertWhole(second);
		}
	}

	@Test
	void leavesOffInGoodOrderWhenTerminated() {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			Child first = heldUp(scene, FaultTrigger.on("POST", WRITE).nth(30), Child::terminate);
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
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			Child first = heldUp(scene, FaultTrigger.on("GET", "^/organization"), Child::terminate);
			assertThat(first.end(30)).as(first.output()).isEqualTo(143);
			assertThat(first.output()).contains("start the same command again").doesNotContain("Refused: ");
			Child second = scene.run();
			assertThat(CrashScene.runOf(second)).isEqualTo(CrashScene.runOf(first));
			scene.assertWhole(second);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void writesNothingOfAFileThatWasReplacedOrWithdrawnBeforeTheFirstWrite(boolean replaced) throws IOException {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			CountDownLatch staged = new CountDownLatch(1);
			CompletableFuture<Child> victim = new CompletableFuture<>();
			scene.simulator()
				.rehearse(FaultScript.none()
					.on(FaultTrigger.on("GET", "^/users/delta$").nth(1), Fault.beforeApplying(() -> {
						Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> staged.getCount() == 0);
						victim.join().terminate();
					})));
			Child first = scene.start((line) -> {
				if (line.startsWith("stage rows")) {
					staged.countDown();
				}
			});
			victim.complete(first);
			assertThat(first.end(60)).as(first.output()).isEqualTo(143);
			assertThat(first.output()).contains("start the same command again").doesNotContain("Exception", "\tat ");
			String feed = scene.file("drop/people.csv");
			if (replaced) {
				scene.write("drop/people.csv", feed.replace("+31 612345", "+31 612346"));
			}
			else {
				Files.delete(this.folder.resolve("drop/people.csv"));
			}
			Child second = scene.run();
			assertThat(CrashScene.runOf(second)).isEqualTo(CrashScene.runOf(first));
			if (replaced) {
				scene.assertDone(CrashScene.runOf(second));
				assertThat(scene.simulator().methodsOf("user2@contoso.com")).containsEntry(MethodKind.MOBILE,
						"+31 612346002");
			}
			else {
				assertThat(scene.simulator().journal().writes()).isEmpty();
			}
		}
	}

	@Test
	void finishesWhatWasSentAndPlansTheRestOfAReplacedFileAnew() {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			Child first = heldUp(scene, FaultTrigger.on("POST", WRITE).nth(5), Child::killAndWait);
			scene.write("drop/people.csv", scene.file("drop/people.csv").replace("+31 612345", "+31 612346"));
			long before = scene.simulator().journal().writes().size();
			Child second = scene.run();
			assertThat(CrashScene.runOf(second)).isEqualTo(CrashScene.runOf(first));
			assertThat(scene.simulator().journal().writes().size()).isGreaterThan((int) before + 20);
			assertThat(scene.simulator().journal().writes())
				.allSatisfy((target, times) -> assertThat(times).isEqualTo(1));
			assertThat(scene.simulator().methodsOf("user" + CrashScene.PEOPLE + "@contoso.com"))
				.containsEntry(MethodKind.MOBILE, "+31 6123460" + CrashScene.PEOPLE);
			long old = IntStream.rangeClosed(2, CrashScene.PEOPLE)
				.mapToObj((number) -> scene.simulator().methodsOf("user" + number + "@contoso.com"))
				.filter((methods) -> methods.getOrDefault(MethodKind.MOBILE, "").startsWith("+31 612345"))
				.count();
			assertThat(old).as("written before the file was replaced").isLessThanOrEqualTo(before);
			assertThat(scene.people(CrashScene.runOf(second)).split(",confirmed", -1).length - 1)
				.isEqualTo(scene.simulator().journal().writes().size());
		}
	}

	@Test
	void onlyReadsBackWhatWasSentOfAFileThatWasWithdrawn() throws IOException {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			Child first = heldUp(scene, FaultTrigger.on("POST", WRITE).nth(5), Child::killAndWait);
			Files.delete(this.folder.resolve("drop/people.csv"));
			Child second = scene.run();
			String run = CrashScene.runOf(first);
			assertThat(CrashScene.runOf(second)).isEqualTo(run);
			int written = scene.simulator().journal().writes().size();
			assertThat(written).isLessThan(CrashScene.CHANGES);
			ReportSchema.assertValid(scene.file("reports/" + run + "/report.json"));
			assertThat(scene.people(run).split(",confirmed", -1)).hasSize(written + 1);
		}
	}

	@Test
	void holdsTheRestOfARunThatExceedsALimitWhenItIsTakenUp() {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			String run = CrashScene.runOf(heldUp(scene, FaultTrigger.on("POST", WRITE).nth(5), Child::killAndWait));
			scene.write("nightly.yaml",
					scene.job("").replace("changes-percent: 200", "changes: 60, changes-percent: 200"));
			Child held = scene.run();
			assertThat(held.end()).as(held.output()).isEqualTo(ExitCode.HELD);
			assertThat(held.output()).contains("Nothing was written but what had been sent");
			assertThat(CrashScene.runOf(held)).isEqualTo(run);
			assertThat(scene.simulator().journal().writes().size()).isLessThan(CrashScene.CHANGES);
			assertThat(this.folder.resolve("drop/people.csv")).exists();
			scene.write("nightly.yaml", scene.job(""));
			assertThat(CrashScene.runOf(scene.run())).isNotEqualTo(run);
			assertThat(scene.simulator().journal().writes()).hasSize(CrashScene.CHANGES)
				.allSatisfy((target, times) -> assertThat(times).isEqualTo(1));
		}
	}

	@Test
	void aSecondProcessNamesTheOneThatIsActive() {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			CountDownLatch reached = new CountDownLatch(1);
			CompletableFuture<Child> other = new CompletableFuture<>();
			scene.simulator()
				.rehearse(FaultScript.none()
					.on(FaultTrigger.on("GET", "^/users/delta$").nth(1), Fault.beforeApplying(() -> {
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

	private static Child heldUp(CrashScene scene, FaultTrigger moment, Act act) {
		CompletableFuture<Child> victim = new CompletableFuture<>();
		scene.simulator().rehearse(FaultScript.none().on(moment, Fault.beforeApplying(() -> act.on(victim.join()))));
		Child child = scene.start((line) -> {
		});
		victim.complete(child);
		child.end();
		return child;
	}

}
