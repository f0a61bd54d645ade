package org.ssprprefill.apply;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.ssprprefill.apply.Clearance.Cleared;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.RunPlan;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Tenant;

/** Clearances for tests in which people do not change while changes are applied. */
public final class Clearances {

	private Clearances() {
	}

	/**
	 * {@return lets everything pass}
	 */
	public static Clearance all() {
		return (changes) -> new Cleared(changes, () -> true);
	}

	/**
	 * Rests on what the ledger knows, and on the values that the tenant holds.
	 * @param tenant the tenant
	 * @param ledger the ledger
	 * @param run the run
	 * @param redecision decides again
	 * @return the clearance
	 */
	public static Clearance of(Tenant tenant, Ledger ledger, RunRecord run, Redecision redecision) {
		Stopwatch stopwatch = new Stopwatch(Clock.systemUTC(), System::nanoTime);
		RunPlan plan = new RunPlan(ledger, run, Optional.empty(), 0);
		CurrentPeople people = new CurrentPeople(new Settled(stopwatch), plan::people, stopwatch,
				RetryPolicy.usual((wait) -> {
				}));
		return new FreshClearance(tenant, people, plan, redecision, stopwatch);
	}

	/** Known just now, whenever it is asked. */
	private record Settled(Stopwatch stopwatch, ReadWriteLock lock) implements CurrentPeople.Reading {

		private Settled(Stopwatch stopwatch) {
			this(stopwatch, new ReentrantReadWriteLock());
		}

		@Override
		public void again() {
			throw new IllegalStateException("What is known just now need not be read again");
		}

		@Override
		public Stopwatch.Moment begun() {
			return this.stopwatch.now();
		}

	}

}
