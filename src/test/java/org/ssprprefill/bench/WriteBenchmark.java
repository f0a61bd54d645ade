package org.ssprprefill.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.ssprprefill.apply.Applier;
import org.ssprprefill.apply.Clearances;
import org.ssprprefill.apply.RetryPolicy;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.graph.GraphTenant;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.simulator.Limits;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.tenant.Traffic;
import org.ssprprefill.verify.Verifier;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables a and b: writing and reading back, without limits and under them. */
class WriteBenchmark {

	private static final int PEOPLE = Integer.getInteger("bench.people", 20_000);

	private static final int SAMPLE = Integer.getInteger("bench.sample", 100);

	private static final int LATENCY = 50;

	/** As a night does with 8 in flight. */
	private static final int AT_A_TIME = 2 * 8;

	private static final int WARMING = 1000;

	private final Runs runs = new Runs();

	/** What a piece of work took. */
	private record Took(double seconds, double roundTrips) {
	}

	/** A way to write to some people and read back. */
	private interface Way {

		Took write(int from, int people) throws Exception;

	}

	/**
	 * In turns, and each of them first once, because the machine may do other things as
	 * well: whatever slows one down slows the others down too. What comes before a first
	 * round is not counted, so that nobody starts cold for the others.
	 */
	@Test
	void tableA() throws Exception {
		int ways = 3;
		int inAll = ways * (WARMING + ways * PEOPLE);
		try (TenantProcess tenant = TenantProcess.start(inAll + 2 * SAMPLE, LATENCY, Limits.NONE)) {
			PlainCalls.oneAfterAnother(tenant, inAll + SAMPLE, SAMPLE);
			double single = SAMPLE / seconds(() -> PlainCalls.oneAfterAnother(tenant, inAll, SAMPLE));
			List<Way> each = List.of((from, people) -> loop(tenant, from, people),
					(from, people) -> engine(tenant, from, people, 8),
					(from, people) -> engine(tenant, from, people, 16));
			int from = 0;
			for (Way way : each) {
				way.write(from, WARMING);
				from += WARMING;
			}
			double[] seconds = new double[ways];
			double[] roundTrips = new double[ways];
			for (int turn = 0; turn < ways * ways; turn++) {
				int way = (turn / ways + turn) % ways;
				Took took = each.get(way).write(from, PEOPLE);
				seconds[way] += took.seconds();
				roundTrips[way] += took.roundTrips();
				from += PEOPLE;
			}
			int people = ways * PEOPLE;
			System.out.printf(Locale.ROOT, """

					a. %,d people, %d times in turns, two new methods each, read back, %d ms latency (%s)
					   one call after another, SDK    %8.1f people/s  4.00 round trips/person  (sample of %d)
					   plain $batch loop, 8 in flight %8.1f people/s  %.2f round trips/person
					   sspr-prefill, in-flight: 8     %8.1f people/s  %.2f round trips/person
					   sspr-prefill, in-flight: 16    %8.1f people/s  %.2f round trips/person
					   in-flight: 8 is %.0f times one after another and %.2f times the plain loop; 16 is %.2f times
					""", PEOPLE, ways, LATENCY, Processes.machine(), single, SAMPLE, people / seconds[0],
					roundTrips[0] / people, people / seconds[1], roundTrips[1] / people, people / seconds[2],
					roundTrips[2] / people, people / seconds[1] / single, seconds[0] / seconds[1],
					seconds[0] / seconds[2]);
		}
	}

	private static Took loop(TenantProcess tenant, int from, int people) throws Exception {
		return new Took(seconds(() -> PlainCalls.inBatches(tenant, from, people)), people / 5.0);
	}

	/**
	 * Side by side, because both wait nearly all the time: under units 3,000 writes go at
	 * once and the rest at 20 a second, read literally there are 5 calls in 10 seconds.
	 */
	@Test
	void tableB() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		Future<String> units = threads
			.submit(() -> underLimits(Limits.UNITS, Integer.getInteger("bench.people.units", 7_000), 150, 20));
		Future<String> literal = threads
			.submit(() -> underLimits(Limits.LITERAL, Integer.getInteger("bench.people.literal", 75), 100, 0.5));
		System.out.print(units.get() + literal.get());
		threads.shutdown();
	}

	private String underLimits(Limits limits, int people, int window, double perSecond) throws Exception {
		try (TenantProcess address = TenantProcess.start(people, LATENCY, limits);
				GraphTenant tenant = GraphTenant.connect(address.settings(1000, 8))) {
			RunRecord run = plan(0, people);
			String writing = pulse(tenant, window, perSecond, () -> apply(run, tenant, AT_A_TIME));
			String reading = pulse(tenant, window, perSecond, () -> verify(run, tenant, AT_A_TIME));
			Traffic traffic = tenant.traffic();
			return """

					b. %s: %,d people, two new methods each, read back (%s), %d s windows from the first refusal on
					   writing: %s
					   reading: %s
					   in all %d requests, %d of them answered 429; waited %.0f s
					""".formatted(limits.word(), people, Processes.machine(), window, writing, reading,
					traffic.requests(), traffic.throttled(), traffic.waitedMillis() / 1000.0);
		}
	}

	private static String pulse(GraphTenant tenant, int window, double perSecond, Work work) throws Exception {
		try (Pulse pulse = new Pulse(tenant::traffic)) {
			work.work();
			return Pulse.words(pulse.windows(window, perSecond));
		}
	}

	private Took engine(TenantProcess address, int from, int people, int inFlight) throws Exception {
		RunRecord run = plan(from, people);
		try (GraphTenant tenant = GraphTenant.connect(address.settings(10_000, inFlight))) {
			double seconds = seconds(() -> {
				apply(run, tenant, 2 * inFlight);
				verify(run, tenant, 2 * inFlight);
			});
			return new Took(seconds, tenant.traffic().roundTrips());
		}
	}

	private RunRecord plan(int from, int people) {
		RunRecord run = this.runs.begin(RunMode.RUN);
		List<PlannedChange> changes = new ArrayList<>();
		for (int i = from; i < from + people; i++) {
			ObjectId id = new ObjectId(SimulatedUser.idOf(TenantProcess.name(i)));
			changes.add(change(id, MethodKind.MOBILE, PlainCalls.number(i)));
			changes.add(change(id, MethodKind.EMAIL, "person" + i + "@example.org"));
		}
		this.runs.ledger().changes().plan(run, changes);
		return run;
	}

	private void apply(RunRecord run, GraphTenant tenant, int atATime) {
		new Applier(tenant, this.runs.ledger().changes(), atATime, RetryPolicy.usual(WriteBenchmark::pause),
				() -> false, () -> true, Clearances.all())
			.apply(run.id());
	}

	private void verify(RunRecord run, GraphTenant tenant, int atATime) {
		new Verifier(tenant, this.runs.ledger().changes(), atATime, WriteBenchmark::pause).verify(run.id());
		assertThat(this.runs.ledger().figures().changes(run.id()))
			.allSatisfy((count) -> assertThat(count.state()).isEqualTo(ChangeState.CONFIRMED));
	}

	private static PlannedChange change(ObjectId person, MethodKind kind, String value) {
		return new PlannedChange(person, kind, Reason.NOT_REGISTERED, ContactValue.held(kind, value), Optional.empty(),
				Optional.empty());
	}

	private static void pause(Duration length) {
		LockSupport.parkNanos(length.toNanos());
	}

	/** Some work. */
	private interface Work {

		void work() throws Exception;

	}

	private static double seconds(Work work) throws Exception {
		long start = System.nanoTime();
		work.work();
		return (System.nanoTime() - start) / 1e9;
	}

}
