package org.ssprprefill.cli;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.ssprprefill.cli.Life.End;
import org.ssprprefill.cli.Life.Manner;
import org.ssprprefill.cli.Life.Moment;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.database.MortalDatabase;
import org.ssprprefill.simulator.Doorkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;

/**
 * Whenever a probe is killed, the next run, or the next probe, takes away what it left in
 * the account, and nothing else.
 */
@ExtendWith(Rehearsals.class)
class ProbeCrashIT {

	private static final String PROBED = "t1@contoso.com";

	/** {@code -Dprobe.crash.seeds=100} for a long evening. */
	private static final int SEEDS = Integer.getInteger("probe.crash.seeds", 4);

	private static final Logger LOG = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private static MortalDatabase database;

	private static int calls;

	private static int commits;

	@BeforeAll
	static void probeUndisturbed() {
		LOG.setLevel(Level.OFF);
		database = MortalDatabase.make();
		Life life = new Life(End.NEVER);
		Rehearsal rehearsal = rehearsal();
		assertThat(live(rehearsal, life, "doctor", "--probe", PROBED, "--yes")).isPresent();
		calls = life.met(Moment.BEFORE_CALL);
		commits = life.met(Moment.BEFORE_COMMIT);
	}

	@AfterAll
	static void tidy() {
		LOG.setLevel(Level.ERROR);
		database.close();
	}

	private static Rehearsal rehearsal() {
		return Rehearsal.of(tenant(user("T1"), user("E1"))).feed("E1;06 12345678;one@example.org");
	}

	private static Optional<Outcome> live(Rehearsal rehearsal, Life life, String verb, String... more) {
		rehearsal.with("ledger.url", database.url() + life.urlParameters()).suffering(Doorkeeper.before(life));
		String[] arguments = new String[2 + more.length];
		arguments[0] = verb;
		arguments[1] = rehearsal.jobFile();
		System.arraycopy(more, 0, arguments, 2, more.length);
		return life.live(() -> rehearsal.launch(arguments));
	}

	static IntStream seeds() {
		return IntStream.rangeClosed(1, SEEDS);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void leavesNothingBehindWheneverItIsKilled(int seed) {
		Random dice = new Random(seed);
		Moment moment = Moment.values()[2 + dice.nextInt(4)];
		boolean call = moment == Moment.BEFORE_CALL || moment == Moment.AFTER_CALL;
		// The preflight is as a run's; from there on the account is asked
		int number = call ? calls / 4 + dice.nextInt(3 * calls / 4) : commits / 2 + dice.nextInt(commits / 2);
		Rehearsal rehearsal = rehearsal();
		Optional<Outcome> killed = live(rehearsal, new Life(new End(moment, number, Manner.KILL, false)), "doctor",
				"--probe", PROBED, "--yes");
		database.endSessions();
		Map<MethodKind, String> left = rehearsal.tenant().methodsOf(PROBED);
		String story = moment + " " + number + " left " + left.keySet();
		Outcome next = ((seed % 4 == 0) ? live(rehearsal, new Life(End.NEVER), "doctor", "--probe", PROBED, "--yes")
				: live(rehearsal, new Life(End.NEVER), "run"))
			.orElseThrow();
		assertThat(killed).as(story).isEmpty();
		assertThat(next.exitCode()).as(story + next.err()).isZero();
		assertThat(rehearsal.tenant().methodsOf(PROBED)).as(story + next.err()).isEmpty();
		assertThat(rehearsal.tenant().methodsOf("e1@contoso.com")).as(story).hasSize((seed % 4 == 0) ? 0 : 2);
	}

}
