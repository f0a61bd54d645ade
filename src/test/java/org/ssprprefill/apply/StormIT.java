package org.ssprprefill.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.graph.Cloud;
import org.ssprprefill.graph.Credential;
import org.ssprprefill.graph.GraphSettings;
import org.ssprprefill.graph.GraphTenant;
import org.ssprprefill.graph.OtherTime;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.Wishes;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;
import org.ssprprefill.simulator.Journal;
import org.ssprprefill.simulator.Limits;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.Simulator;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.verify.Verifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the weather, every change ends, once, as the tenant holds it. Time passes only
 * where somebody waits, so that hours of throttling take no time.
 */
class StormIT {

	private static final int PEOPLE = 5;

	/** Few, to save everybody's time; {@code -Dstorm.seeds=10} for a real season. */
	private static final int SEEDS = Integer.getInteger("storm.seeds", 1);

	private static final String EVERYTHING = "everything";

	private final Runs runs = new Runs();

	private final RunRecord run = this.runs.begin(RunMode.RUN);

	private static Map<String, Fault[]> weathers() {
		Map<String, Fault[]> weathers = new HashMap<>();
		weathers.put("throttled", new Fault[] { Fault.throttle("2.128") });
		weathers.put("throttled without a word", new Fault[] { Fault.throttle("") });
		weathers.put("unavailable", new Fault[] { Fault.refuse(503, "serviceNotAvailable", "1") });
		weathers.put("dependency failed", new Fault[] { Fault.refuse(424, "FailedDependency") });
		weathers.put("gateway timeout", new Fault[] { Fault.refuse(504, "gatewayTimeout") });
		weathers.put("cut off before", new Fault[] { Fault.dropBeforeApplying() });
		weathers.put("cut off after", new Fault[] { Fault.dropAfterApplying() });
		weathers.put("failed after", new Fault[] { Fault.refuseAfterApplying(500, "generalException") });
		weathers.put("not unique", new Fault[] { Fault.numberNotUnique() });
		weathers.put("stale", new Fault[] { Fault.staleReads(1) });
		weathers.put(EVERYTHING, weathers.values().stream().flatMap(Stream::of).toArray(Fault[]::new));
		return weathers;
	}

	static Stream<Arguments> nights() {
		return Stream.of(Limits.LITERAL, Limits.UNITS)
			.flatMap((limits) -> weathers().entrySet()
				.stream()
				.flatMap((weather) -> IntStream.rangeClosed(1, weather.getKey().equals(EVERYTHING) ? SEEDS + 1 : SEEDS)
					.mapToObj((seed) -> Arguments.of(weather.getKey(), weather.getValue(), limits, seed))));
	}

	@ParameterizedTest(name = "{0}, {2}, seed {3}")
	@MethodSource("nights")
	void endsEveryChangeOnceAndAsTheTenantHoldsIt(String weather, Fault[] faults, Limits limits, int seed) {
		this.runs.ledger().changes().plan(this.run, changes());
		try (Simulator simulator = Simulator.start(tenant(), SimulatorSettings.defaults().with(limits));
				GraphTenant tenant = connect(simulator, isCutOff(weather) ? 1 : 2)) {
			simulator.rehearse(FaultScript.none().storm(seed, 20, faults));
			untilDone(tenant, simulator);
			List<ChangeEntry> changes = this.runs.changes(this.run);
			assertThat(changes).extracting(ChangeEntry::state).containsOnly(ChangeState.CONFIRMED);
			assertThat(changes)
				.allSatisfy((change) -> assertThat(simulator.methodsOf(change.user().value()).get(change.kind()))
					.isEqualTo(change.value().inClear()));
			assertThat(simulator.journal().writes()).hasSize(changes.size())
				.allSatisfy((target, times) -> assertThat(times).as("writes to %s", target).isEqualTo(1));
			assertThat(early(simulator.journal().entries())).as("requests before their time").isEmpty();
		}
	}

	/** Then only one exchange at a time, so that the journal tells which it was. */
	private static boolean isCutOff(String weather) {
		return weather.startsWith("cut off") || weather.equals(EVERYTHING);
	}

	private GraphTenant connect(Simulator simulator, int inFlight) {
		return OtherTime.connect(
				new GraphSettings(this.runs.name(), Cloud.GLOBAL,
						new Credential.AccessToken(Secret.of(simulator.accessToken())), simulator.endpoint(),
						simulator.login(), Optional.empty(), Optional.empty(), new GraphSettings.Pace(1000, inFlight)),
				simulator::now, simulator::advance);
	}

	/** A tenant that stays silent ends a run, and the next command takes it up. */
	private void untilDone(GraphTenant tenant, Simulator simulator) {
		RetryPolicy patience = RetryPolicy.usual(simulator::advance);
		for (int commands = 0; commands < 5; commands++) {
			try {
				new Applier(tenant, this.runs.ledger().changes(), 2, patience, () -> false, () -> true,
						Clearances.all())
					.apply(this.run.id());
				new Verifier(tenant, this.runs.ledger().changes(), 2, simulator::advance).verify(this.run.id());
				return;
			}
			catch (TenantUnavailableException ex) {
				assertThat(ex).hasMessageContaining("127.0.0.1");
			}
		}
	}

	private static TenantDescription tenant() {
		List<SimulatedUser> users = new ArrayList<>();
		for (int i = 0; i < PEOPLE; i++) {
			SimulatedUser user = SimulatedUser.of(name(i));
			users.add((i % 3 == 0) ? user.withMethod(MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, i).inClear())
					: user);
		}
		return TenantDescription.contoso(users);
	}

	private static String name(int person) {
		return "person" + person + "@contoso.com";
	}

	private static List<PlannedChange> changes() {
		List<PlannedChange> changes = new ArrayList<>();
		for (int i = 0; i < PEOPLE; i++) {
			String id = SimulatedUser.idOf(name(i));
			changes.add((i % 3 == 0) ? Wishes.update(id, MethodKind.MOBILE, i, 30 + i)
					: Wishes.add(id, MethodKind.MOBILE, i));
			changes.add(Wishes.add(id, MethodKind.EMAIL, i));
			if (i % 2 == 0) {
				changes.add(Wishes.add(id, MethodKind.ALTERNATE_MOBILE, 60 + i));
			}
		}
		return changes;
	}

	/** Requests that came again before the time they had been told was over. */
	private static List<String> early(List<Journal.Entry> entries) {
		Map<String, Instant> told = new HashMap<>();
		Map<String, Instant> heard = new HashMap<>();
		List<String> early = new ArrayList<>();
		for (Journal.Entry entry : entries) {
			if (entry.path().equals("/$batch")) {
				// What was said in an exchange that was cut off, nobody has heard
				heard.putAll((entry.status() == 200) ? told : Map.of());
				told.clear();
				continue;
			}
			String request = entry.method() + " " + entry.path() + entry.write().map(Journal.Write::kind);
			if (entry.at().isBefore(heard.getOrDefault(request, Instant.MIN))) {
				early.add(request + " at " + entry.at() + " instead of " + heard.get(request));
			}
			if (!entry.retryAfter().isEmpty()) {
				told.put(request,
						entry.at().plus(Duration.ofMillis((long) (Double.parseDouble(entry.retryAfter()) * 1000))));
			}
		}
		return early;
	}

}
