package org.ssprprefill.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.ssprprefill.apply.Applier;
import org.ssprprefill.apply.Patience;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.graph.GraphTenant;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.RunMode;
import org.ssprprefill.ledger.RunRecord;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.plan.Reason;
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

	private final Runs runs = new Runs();

	private final RunRecord run = this.runs.begin(RunMode.RUN);

	/** What a piece of work took. */
	private record Took(double seconds, Traffic traffic) {
	}

	@Test
	void tableA() throws Exception {
		try (TenantProcess tenant = TenantProcess.start(2 * PEOPLE + 2 * SAMPLE, LATENCY, Limits.NONE)) {
			PlainCalls.oneAfterAnother(tenant, 2 * PEOPLE + SAMPLE, SAMPLE);
			double single = SAMPLE / seconds(() -> PlainCalls.oneAfterAnother(tenant, 2 * PEOPLE, SAMPLE));
			double batches = PEOPLE / seconds(() -> PlainCalls.inBatches(tenant, PEOPLE, PEOPLE));
			Took ours = engine(tenant, PEOPLE, 10_000);
			double engine = PEOPLE / ours.seconds();
			System.out.printf("""

					a. %,d people, two new methods each, read back, %d ms latency (%s)
					   one call after another, SDK   %8.1f people/s  4.00 round trips/person  (sample of %d)
					   plain $batch loop, 8 in flight %7.1f people/s  0.20 round trips/person
					   sspr-prefill                  %8.1f people/s  %.2f round trips/person
					   %.0f times one after another, %.2f times the plain loop
					""", PEOPLE, LATENCY, Processes.machine(), single, SAMPLE, batches, engine,
					(double) ours.traffic().roundTrips() / PEOPLE, engine / single, engine / batches);
		}
	}

	/**
	 * Beyond what a limit holds in reserve, so that a steady state is seen: under units
	 * 3,000 writes go at once, and the rest at 20 a second.
	 */
	@ParameterizedTest
	@EnumSource(names = { "UNITS", "LITERAL" })
	void tableB(Limits limits) throws Exception {
		int people = (limits == Limits.UNITS) ? Math.min(PEOPLE, Integer.getInteger("bench.people.units", 6_000))
				: Integer.getInteger("bench.people.literal", 100);
		double allowed = (limits == Limits.UNITS) ? Math.max(0, 2.0 * people - 3000) / 20 : 4.0 * people / 5 * 10;
		try (TenantProcess tenant = TenantProcess.start(people, LATENCY, limits)) {
			Took ours = engine(tenant, people, 1000);
			System.out.printf("""

					b. %s: %,d people, two new methods each, read back (%s)
					   %.0f s; the limit alone takes %.0f s: %.1f %% of the budget used
					   %d requests, %d answers of 429 (%.1f %%), waited %.0f s
					""", limits.word(), people, Processes.machine(), ours.seconds(), allowed,
					100 * allowed / ours.seconds(), ours.traffic().requests(), ours.traffic().throttled(),
					100.0 * ours.traffic().throttled() / ours.traffic().requests(),
					ours.traffic().waitedMillis() / 1000.0);
		}
	}

	private Took engine(TenantProcess address, int people, int requestsPerSecond) throws Exception {
		List<PlannedChange> changes = new ArrayList<>();
		for (int i = 0; i < people; i++) {
			ObjectId id = new ObjectId(SimulatedUser.idOf(TenantProcess.name(i)));
			changes.add(change(id, MethodKind.MOBILE, PlainCalls.number(i)));
			changes.add(change(id, MethodKind.EMAIL, "person" + i + "@example.org"));
		}
		this.runs.ledger().changes().plan(this.run, changes);
		try (GraphTenant tenant = GraphTenant.connect(address.settings(requestsPerSecond, 8))) {
			double seconds = seconds(() -> {
				new Applier(tenant, this.runs.ledger().changes(), 16, Patience.usual(WriteBenchmark::pause),
						() -> false)
					.apply(this.run.id());
				new Verifier(tenant, this.runs.ledger().changes(), 16, WriteBenchmark::pause).verify(this.run.id());
			});
			assertThat(this.runs.ledger().figures().changes(this.run.id()))
				.allSatisfy((count) -> assertThat(count.state()).isEqualTo(ChangeState.CONFIRMED));
			return new Took(seconds, tenant.traffic());
		}
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
