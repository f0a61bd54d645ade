package org.ssprprefill.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.ssprprefill.simulator.FaultTrigger;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;
import org.ssprprefill.simulator.InventedAnswers;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.SimulatorSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.MOBILE;

/**
 * Whatever goes wrong between us and the tenant, and however it words its refusals, a
 * night ends the same.
 */
@ExtendWith(Rehearsals.class)
class FaultyTenantIT {

	private static final int PEOPLE = 22;

	private static final FaultTrigger NUMBERS = FaultTrigger.on("POST", "phoneMethods").batchItems();

	private static final FaultTrigger BATCHES = FaultTrigger.on("POST", "^/\\$batch").wholeRequests();

	static Stream<Arguments> faults() {
		List<Named<FaultScript>> scripts = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			scripts.add(fault("items throttled", NUMBERS.first(5), Fault.throttle("0")));
			scripts.add(fault("batches throttled", BATCHES.first(2), Fault.throttle("0")));
			scripts.add(fault("dropped after applying", NUMBERS.nth(3), Fault.dropAfterApplying()));
			scripts.add(fault("failed after applying", NUMBERS.first(2),
					Fault.refuseAfterApplying(500, "generalException")));
			scripts.add(fault("stored and not unique", NUMBERS.first(3), Fault.numberNotUnique()));
			scripts.add(fault("read stale", NUMBERS.first(3), Fault.staleReads(1)));
		}
		InventedAnswers plain = InventedAnswers.plain();
		InventedAnswers other = InventedAnswers.other();
		List<Arguments> all = new ArrayList<>();
		for (int i = 0; i < scripts.size(); i++) {
			boolean first = i < scripts.size() / 2;
			all.add(Arguments.of(scripts.get(i), first ? Named.of("plain", plain) : Named.of("other", other)));
		}
		return all.stream();
	}

	private static Named<FaultScript> fault(String name, FaultTrigger cue, Fault fault) {
		return Named.of(name, FaultScript.none().on(cue, fault));
	}

	@ParameterizedTest(name = "{0}, {1} answers")
	@MethodSource("faults")
	void writesEveryNumberOnceAndConfirmsIt(FaultScript faults, InventedAnswers answers) {
		Rehearsal rehearsal = Rehearsal.of(tenant(people()), SimulatorSettings.defaults().with(answers))
			.suffering(faults)
			.feed(rows());
		Outcome night = rehearsal.run();
		assertThat(night).exitsWith(0).wroteExactly(everybody()).confirmed(MOBILE, PEOPLE);
		assertThat(applied(rehearsal)).allSatisfy((person, sent) -> assertThat(sent).isEqualTo(1));
	}

	/** How many writes left for each person that were not answered by a refusal. */
	private static Map<String, Long> applied(Rehearsal rehearsal) {
		return rehearsal.tenant()
			.journal()
			.entries()
			.stream()
			.filter((entry) -> entry.write().isPresent() && entry.status() != 429)
			.collect(Collectors.groupingBy((entry) -> entry.write().orElseThrow().userId(), Collectors.counting()));
	}

	private static SimulatedUser[] people() {
		SimulatedUser[] people = new SimulatedUser[PEOPLE];
		for (int i = 0; i < PEOPLE; i++) {
			people[i] = user("E" + (10 + i));
		}
		return people;
	}

	private static String[] rows() {
		String[] rows = new String[PEOPLE];
		for (int i = 0; i < PEOPLE; i++) {
			rows[i] = "E" + (10 + i) + ";06 123457" + (10 + i) + ";";
		}
		return rows;
	}

	private static String[] everybody() {
		String[] writes = new String[PEOPLE];
		for (int i = 0; i < PEOPLE; i++) {
			writes[i] = "e" + (10 + i) + " mobile";
		}
		return writes;
	}

}
