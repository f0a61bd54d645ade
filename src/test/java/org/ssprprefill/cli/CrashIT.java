package org.ssprprefill.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.simulator.FaultTrigger;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * {@code kill -9} at any moment, then the same command again: the run is finished under
 * its id, each change is made once, and nothing tells its end from an undisturbed one's
 * (product contract, 1.6 and 5). Real processes take their time; {@link CrashLawIT} looks
 * at many more moments within one.
 */
class CrashIT {

	private static final String METHODS = "/authentication/(phone|email)Methods";

	private static final String WRITE = "/authentication/(phone|email)Methods$";

	private static final long SEED = 20270201;

	/** Few, to save everybody's time; {@code -Dcrash.points=100} for a long evening. */
	private static final int POINTS = Integer.getInteger("crash.points", 2);

	@TempDir
	private static Path made;

	@TempDir
	private static Path shared;

	private static Path usedHome;

	private static String people;

	private static Map<String, JsonNode> findings;

	private static Duration undisturbed;

	private static int calls;

	@TempDir
	private Path folder;

	@BeforeAll
	static void runOnceUndisturbed() {
		usedHome = CrashScene.usedHome(made);
		try (CrashScene scene = new CrashScene(shared).with(usedHome)) {
			Instant begun = Instant.now();
			Child child = scene.run();
			undisturbed = Duration.between(begun, Instant.now());
			calls = scene.simulator().journal().entries().size();
			scene.assertWhole(child);
			people = scene.people(CrashScene.runOf(child));
			findings = scene.findings(CrashScene.runOf(child));
		}
	}

	static Stream<Named<FaultTrigger>> requests() {
		return Stream.of(Named.of("second page of users", FaultTrigger.on("GET", "^/users/delta$").nth(2)),
				Named.of("write amid a batch", FaultTrigger.on("POST", WRITE).nth(31)),
				Named.of("coverage's policy", FaultTrigger.on("GET", "^/policies/authorizationPolicy").nth(1)));
	}

	@ParameterizedTest
	@MethodSource("requests")
	void goesOnAfterBeingKilledBeforeTheTenantDidWhatItWasAsked(FaultTrigger moment) {
		survives(moment, Fault::beforeApplying);
	}

	@Test
	void goesOnAfterBeingKilledBeforeItHeardThatTheTenantWrote() {
		survives(FaultTrigger.on("POST", WRITE).nth(CrashScene.CHANGES), Fault::afterApplying);
	}

	@Test
	void goesOnAfterBeingKilledWhenTheTenantNeverGotTheRequest() {
		survives(FaultTrigger.on("POST", WRITE).nth(7), (kill) -> Fault.beforeApplying(() -> {
			kill.run();
			throw new IllegalStateException("lost on the way");
		}));
	}

	@Test
	void goesOnAfterBeingKilledWhileReadingBack() {
		survives(FaultTrigger.on("GET", METHODS).nth(5), Fault::beforeApplying);
	}

	private interface Strike {

		Fault with(Runnable kill);

	}

	private void survives(FaultTrigger moment, Strike strike) {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			Child first = killedAt(scene, moment, strike);
			assertFinished(scene, first, scene.run());
		}
	}

	private static void assertFinished(CrashScene scene, Child first, Child last) {
		assertThat(CrashScene.runOf(last)).isEqualTo(CrashScene.runOf(first));
		scene.assertWhole(last);
		assertToldAsUndisturbed(scene, CrashScene.runOf(first));
	}

	private static void assertToldAsUndisturbed(CrashScene scene, String run) {
		assertThat(scene.people(run)).isEqualTo(people);
		assertThat(scene.findings(run)).isEqualTo(findings);
	}

	private static Child killedAt(CrashScene scene, FaultTrigger moment, Strike strike) {
		CompletableFuture<Child> victim = new CompletableFuture<>();
		scene.simulator().rehearse(FaultScript.none().on(moment, strike.with(() -> victim.join().killAndWait())));
		Child child = scene.start((line) -> {
		});
		victim.complete(child);
		assertThat(child.end()).as(child.output()).isEqualTo(137);
		return child;
	}

	@Test
	void goesOnAfterBeingKilledBetweenTwoSteps() {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			CompletableFuture<Child> victim = new CompletableFuture<>();
			Child first = scene.start((line) -> {
				if (line.startsWith("match rows")) {
					victim.join().kill();
				}
			});
			victim.complete(first);
			assertCaughtAndFinished(scene, first);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "drop/archive", "reports" })
	void goesOnAfterBeingKilledWhileMovingOrWritingFiles(String made) {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			Child first = scene.start((line) -> {
			});
			scene.awaitFile(made);
			first.kill();
			assertCaughtAndFinished(scene, first);
		}
	}

	/** Nothing holds the program up here: on a bad day it is faster than the kill. */
	private static void assertCaughtAndFinished(CrashScene scene, Child first) {
		assumeThat(first.end()).as(first.output()).isEqualTo(137);
		assertFinished(scene, first, scene.run());
	}

	@Test
	void goesOnAfterBeingKilledTwice() {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			Child first = killedAt(scene, FaultTrigger.on("POST", WRITE).nth(12), Fault::beforeApplying);
			killedAt(scene, FaultTrigger.on("POST", WRITE).nth(12), Fault::afterApplying);
			assertFinished(scene, first, scene.run());
		}
	}

	@Test
	void takesBackARunThatWasKilledEvenIfTheUndoIsKilledToo() {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			String run = CrashScene
				.runOf(killedAt(scene, FaultTrigger.on("POST", WRITE).nth(31), Fault::afterApplying));
			CompletableFuture<Child> victim = new CompletableFuture<>();
			scene.simulator()
				.rehearse(FaultScript.none()
					.on(FaultTrigger.on("DELETE", METHODS).nth(9),
							Fault.afterApplying(() -> victim.join().killAndWait())));
			Child undo = scene.startUndo(run);
			victim.complete(undo);
			assertThat(undo.end()).as(undo.output()).isEqualTo(137);
			Child again = scene.startUndo(run);
			assertThat(again.end()).as(again.output()).isZero();
			assertThat(CrashScene.runOf(again)).isEqualTo(CrashScene.runOf(undo));
			assertThat(again.output()).contains("Unfinished run given up");
			scene.assertUntouched();
			assertThat(scene.simulator().journal().writes()).isNotEmpty()
				.allSatisfy((target, times) -> assertThat(times).as("writes to %s", target).isEqualTo(2));
		}
	}

	@Test
	void finishesAKilledRunBeforeAKeptPlanAndTellsOneReportAndTheWorseEnding() {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			Child plan = scene.start((line) -> {
			}, "plan");
			assertThat(plan.end()).as(plan.output()).isEqualTo(4);
			Child killed = killedAt(scene, FaultTrigger.on("POST", WRITE).nth(31), Fault::afterApplying);
			Child apply = scene.startApply(CrashScene.runOf(plan));
			assertThat(apply.end()).as(apply.output()).isEqualTo(4);
			assertThat(CrashScene.runsOf(apply)).hasSize(2).startsWith(CrashScene.runOf(killed));
			assertThat(apply.output()).containsOnlyOnce("\"schemaVersion\"").contains("\"mode\" : \"apply\"");
			assertThat(scene.simulator().journal().writes()).hasSize(CrashScene.CHANGES)
				.allSatisfy((target, times) -> assertThat(times).as("writes to %s", target).isEqualTo(1));
		}
	}

	static IntStream calls() {
		return new Random(SEED).ints(POINTS - POINTS / 2, 1, calls + 1);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void goesOnAfterBeingKilledAtAnyCall(int call) {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			Child first = killedAt(scene, FaultTrigger.on("*", "").nth(call), Fault::afterApplying);
			assertFinished(scene, first, scene.run());
		}
	}

	static DoubleStream moments() {
		return new Random(SEED).doubles(POINTS / 2);
	}

	/** Between two calls as well: while it reads, decides, commits or writes files. */
	@ParameterizedTest
	@MethodSource("moments")
	void goesOnAfterBeingKilledAtAnyMoment(double share) {
		try (CrashScene scene = new CrashScene(this.folder).with(usedHome)) {
			Child first = scene.start((line) -> {
			});
			CompletableFuture.delayedExecutor((long) (share * undisturbed.toMillis()), TimeUnit.MILLISECONDS)
				.execute(first::kill);
			assumeThat(first.end()).as(first.output()).isEqualTo(137);
			Child last = scene.run();
			if (!first.output().contains("Run ")) {
				scene.assertWhole(last);
			}
			else if (CrashScene.runOf(last).equals(CrashScene.runOf(first))) {
				assertFinished(scene, first, last);
			}
			else {
				// Nothing was left to do but to end the process
				scene.assertDone(CrashScene.runOf(first));
				assertToldAsUndisturbed(scene, CrashScene.runOf(first));
			}
		}
	}

}
