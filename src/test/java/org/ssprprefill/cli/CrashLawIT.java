package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;
import org.ssprprefill.cli.Life.End;
import org.ssprprefill.cli.Life.Manner;
import org.ssprprefill.cli.Life.Moment;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.database.MortalDatabase;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.simulator.Doorkeeper;
import org.ssprprefill.simulator.SimulatedUser;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;

/**
 * Whenever a night is cut off, however often, the same command brings it to the end of an
 * undisturbed one: between any two statements, commits and calls, before or after they
 * arrive. {@link CrashIT} kills real processes, and fewer of them.
 */
@ExtendWith(Rehearsals.class)
class CrashLawIT {

	private static final int PEOPLE = 12;

	/** In a row, before the night is left in peace. */
	private static final int ENDS = 6;

	/**
	 * With {@link #ENDS}, a hundred; {@code -Dcrash.law.seeds=200} for a long evening.
	 */
	private static final int SEEDS = Integer.getInteger("crash.law.seeds", 17);

	private static final long SEED = 20261126;

	private static final Map<Moment, Integer> MET = new EnumMap<>(Moment.class);

	private static final Logger LOG = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private static MortalDatabase database;

	private static long writes;

	private static Outcome undisturbed;

	private static List<Map<String, String>> people;

	private static Map<String, JsonNode> findings;

	/** What an undisturbed night meets, and how it ends. */
	@BeforeAll
	static void liveUndisturbed() {
		// The dying say much, and Spring Boot would ask for more
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		LOG.setLevel(Level.OFF);
		database = MortalDatabase.make();
		Life life = new Life(End.NEVER);
		undisturbed = live(night(), life).orElseThrow();
		for (Moment moment : Moment.values()) {
			MET.put(moment, life.met(moment));
		}
		writes = database.writes();
		people = undisturbed.people();
		findings = CrashScene.findingsOf(undisturbed.out());
	}

	@AfterAll
	static void tidy() {
		LOG.setLevel(Level.ERROR);
		System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
		database.close();
	}

	@AfterEach
	void free() {
		database.fillAt(Long.MAX_VALUE);
	}

	private static Rehearsal night() {
		SimulatedUser[] users = IntStream.range(0, PEOPLE)
			.mapToObj((i) -> user("E" + (10 + i)))
			.toArray(SimulatedUser[]::new);
		String[] rows = IntStream.range(0, PEOPLE)
			.mapToObj((i) -> "E" + (10 + i) + ";06 123456" + (10 + i) + ";e" + i + "@example.org")
			.toArray(String[]::new);
		// The last person's number is none, so that a reject is told too
		rows[PEOPLE - 1] = "E" + (9 + PEOPLE) + ";12;last@example.org";
		return Rehearsal.of(tenant(users)).with("report.formats", "[json, csv]").feed(rows);
	}

	private static Optional<Outcome> live(Rehearsal night, Life life) {
		night.with("ledger.url", database.url() + life.urlParameters()).suffering(Doorkeeper.before(life));
		return life.live(night::run);
	}

	static IntStream seeds() {
		return IntStream.rangeClosed(1, SEEDS);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void endsAsAnUndisturbedNightHoweverOftenItIsKilled(int seed) {
		Random dice = new Random(seed);
		List<End> ends = new ArrayList<>();
		while (ends.size() < ENDS) {
			Rehearsal night = night();
			boolean ended = false;
			while (!ended && ends.size() < ENDS) {
				End end = drawn(dice);
				Optional<Outcome> outcome = live(night, new Life(end));
				database.endSessions();
				outcome.ifPresentOrElse((whole) -> assertWhole(night, whole, ends), () -> ends.add(end));
				ended = outcome.isPresent();
			}
			if (!ended) {
				assertWhole(night, live(night, new Life(End.NEVER)).orElseThrow(), ends);
			}
		}
	}

	private static End drawn(Random dice) {
		Moment moment = Moment.values()[dice.nextInt(Moment.values().length)];
		return new End(moment, 1 + dice.nextInt(MET.get(moment)), Manner.KILL, dice.nextBoolean());
	}

	static IntStream fewSeeds() {
		return IntStream.rangeClosed(1, Math.max(1, SEEDS / 4));
	}

	/** Some, and the last few, between which the run's end is entered. */
	static IntStream commits() {
		int last = MET.get(Moment.AFTER_COMMIT);
		return IntStream.concat(new Random(SEED).ints(Math.max(1, SEEDS / 4), 1, last),
				IntStream.rangeClosed(last - 4, last));
	}

	/** The database restarts, and what it was about to say of a commit is never heard. */
	@ParameterizedTest
	@MethodSource("commits")
	void goesOnWhenTheDatabaseIsLostInTheMiddleOfACommit(int commit) {
		assertGoesOn(new End(Moment.AFTER_COMMIT, commit, Manner.CUT, false));
	}

	@ParameterizedTest
	@MethodSource("fewSeeds")
	void goesOnWhenTheDatabaseIsLostInTheMiddleOfAStatement(int seed) {
		Random dice = new Random(seed);
		Moment moment = dice.nextBoolean() ? Moment.BEFORE_STATEMENT : Moment.AFTER_STATEMENT;
		assertGoesOn(new End(moment, 1 + dice.nextInt(MET.get(moment)), Manner.CUT, false));
	}

	/** A run that has begun goes on by itself; before, there is nothing to go on with. */
	private static void assertGoesOn(End end) {
		Rehearsal night = night();
		Outcome outcome = live(night, new Life(end)).orElseThrow();
		boolean begun = outcome.err().contains("preflight  ");
		assertThat(outcome.exitCode() == ExitCode.FAILED && begun).as(end + "\n" + outcome.err()).isFalse();
		assertFailedOrWhole(night, outcome);
	}

	@ParameterizedTest
	@MethodSource("fewSeeds")
	void endsAsAnUndisturbedNightAfterTheDatabasesDiskWasFull(int seed) {
		Rehearsal night = night();
		database.fillAt(1 + new Random(seed).nextLong(writes));
		Outcome outcome = live(night, new Life(End.NEVER)).orElseThrow();
		database.fillAt(Long.MAX_VALUE);
		assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.FAILED);
		assertThat(outcome.err()).contains("its disk is full", "start the same command again");
		assertFailedOrWhole(night, outcome);
	}

	private static void assertFailedOrWhole(Rehearsal night, Outcome first) {
		database.endSessions();
		if (first.exitCode() == ExitCode.FAILED) {
			assertWhole(night, live(night, new Life(End.NEVER)).orElseThrow(), List.of());
		}
		else {
			assertWhole(night, first, List.of());
		}
	}

	/**
	 * The same as undisturbed, in the tenant, in the ledger and on disk. Whoever is
	 * killed when all is done begins a new night, which reads the archived file again,
	 * has nothing to write, and rejects what it rejected.
	 */
	private static void assertWhole(Rehearsal night, Outcome last, List<End> ends) {
		String story = ends + "\n" + last.err();
		try (Ledger ledger = database.open(night.folder().resolve("home"))) {
			List<RunRecord> runs = ledger.runs().history(last.report().run().tenantId(), last.report().run().job(), 10);
			RunRecord run = runs.get(runs.size() - 1);
			assertThat(run.exitCode()).as(story).hasValue(undisturbed.exitCode());
			assertThat(runs.subList(0, runs.size() - 1)).as(story)
				.allSatisfy((later) -> assertThat(later.exitCode()).hasValue(undisturbed.exitCode()));
			assertTold(night, new Outcome(undisturbed.exitCode(), text(night, run, "report.json"), "",
					night.folder().resolve("reports"), List.of()), story);
			assertRemembered(night, run, ledger, story);
		}
		assertThat(night.tenant().journal().writes()).as(story)
			.hasSize(2 * PEOPLE - 1)
			.allSatisfy((target, times) -> assertThat(times).as("writes to %s", target).isEqualTo(1));
	}

	private static String text(Rehearsal night, RunRecord run, String name) {
		try {
			return Files.readString(night.folder().resolve("reports").resolve(run.id()).resolve(name));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static void assertTold(Rehearsal night, Outcome told, String story) {
		String run = told.report().run().id();
		assertThat(told.people()).as(story).isEqualTo(people);
		assertThat(CrashScene.findingsOf(told.out())).as(story).isEqualTo(findings);
		assertThat(files(night.folder().resolve("reports/" + run))).as(story)
			.containsExactlyInAnyOrder("report.json", "people.csv", "rejects.csv");
		assertThat(files(night.folder().resolve("drop"))).as(story)
			.containsExactlyInAnyOrder("archive/" + run + "/hr.csv", "archive/" + run + "/hr.csv.rejects.csv");
	}

	private static void assertRemembered(Rehearsal night, RunRecord run, Ledger ledger, String story) {
		assertThat(ledger.audit().verify(run.tenant()).findings()).as(story).isEmpty();
		List<ChangeEntry> changes = new ArrayList<>();
		try (Cursor<ChangeEntry> all = ledger.changes().all(run.id())) {
			for (Optional<ChangeEntry> one = all.next(); one.isPresent(); one = all.next()) {
				changes.add(one.get());
			}
		}
		assertThat(changes).as(story).hasSize(2 * PEOPLE - 1).allSatisfy((change) -> {
			assertThat(change.state()).isEqualTo(ChangeState.CONFIRMED);
			assertThat(night.tenant().methodsOf(change.user().value())).containsEntry(change.kind(),
					change.value().inClear());
		});
	}

	private static List<String> files(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map((file) -> folder.relativize(file).toString()).toList();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

}
