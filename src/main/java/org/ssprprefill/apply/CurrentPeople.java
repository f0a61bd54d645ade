package org.ssprprefill.apply;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.ssprprefill.apply.Stopwatch.Moment;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.tenant.WritePermit;

/**
 * What is known of the people of a plan, asked again at intervals while it is applied, so
 * that nothing is written on what was read more than two minutes ago.
 */
public final class CurrentPeople {

	/** The oldest knowledge on which a write may leave. */
	static final Duration OLDEST = Duration.ofMinutes(2);

	private static final Duration SHORTEST = Duration.ofSeconds(15);

	private static final Duration LONGEST = Duration.ofSeconds(75);

	/** Asking again takes a sixth of the time at most, unless that is too seldom. */
	private static final int SHARE = 5;

	private final Reading reading;

	private final Function<Collection<ObjectId>, List<PlannedPerson>> ledger;

	private final Stopwatch stopwatch;

	private final RetryPolicy patience;

	private final ReentrantLock turn = new ReentrantLock();

	private volatile Duration interval = SHORTEST;

	private volatile @Nullable Moment tried;

	private volatile long generation;

	/**
	 * Creates the view on the people of one plan.
	 * @param reading reads what is known from the tenant into the ledger
	 * @param ledger the people of the plan with these ids, as the ledger knows them now
	 * @param stopwatch the time
	 * @param patience how long to go on where the tenant does not answer
	 */
	public CurrentPeople(Reading reading, Function<Collection<ObjectId>, List<PlannedPerson>> ledger,
			Stopwatch stopwatch, RetryPolicy patience) {
		this.reading = reading;
		this.ledger = ledger;
		this.stopwatch = stopwatch;
		this.patience = patience;
	}

	/** Reads what decides about people. Safe for use from several threads. */
	public interface Reading {

		/**
		 * Asks the tenant again and brings the answers into the ledger.
		 * @throws TenantUnavailableException if anything cannot be read
		 */
		void again();

		/**
		 * {@return when the reading began on which the ledger rests; nothing while that
		 * is incomplete}
		 */
		@Nullable Moment begun();

		/**
		 * {@return held for writing while the ledger is brought up to date, and for
		 * reading while it is asked}
		 */
		ReadWriteLock lock();

	}

	/**
	 * People as they are by now; waits until that is known well enough.
	 * @param users whom to look for
	 * @return those who still have changes in the plan
	 * @throws TenantUnavailableException if it cannot be read within patience
	 */
	Sight of(Set<ObjectId> users) {
		freshen();
		this.reading.lock().readLock().lock();
		try {
			return new Sight(users, this.generation, look(users));
		}
		finally {
			this.reading.lock().readLock().unlock();
		}
	}

	/**
	 * One person as of now, for a write that belongs to no plan; waits until that is
	 * known well enough.
	 * @param user whom to look for
	 * @return the person, and the permit that holds as long as all of that is known well
	 * enough
	 * @throws TenantUnavailableException if it cannot be read within patience
	 */
	public Seen one(ObjectId user) {
		Sight sight = of(Set.of(user));
		return new Seen(Optional.ofNullable(sight.people().get(user)), sight::holds);
	}

	/**
	 * One person as of now.
	 *
	 * @param person the person; nothing where the ledger knows none
	 * @param permit holds as long as that is known well enough, and nothing has changed
	 */
	public record Seen(Optional<PlannedPerson> person, WritePermit permit) {
	}

	private Map<ObjectId, PlannedPerson> look(Set<ObjectId> users) {
		Map<ObjectId, PlannedPerson> people = new HashMap<>();
		this.ledger.apply(users).forEach((person) -> people.put(person.id(), person));
		return people;
	}

	private boolean isOlderThan(Duration age) {
		Moment begun = this.reading.begun();
		return begun == null || this.stopwatch.since(begun).compareTo(age) > 0;
	}

	/** One asks, and the others go on while what is known may still be written on. */
	private void freshen() {
		if (!isOlderThan(this.interval)) {
			return;
		}
		if (isOlderThan(LONGEST)) {
			insist();
		}
		else if (isDue() && this.turn.tryLock()) {
			try {
				if (isOlderThan(this.interval)) {
					readAgain();
				}
			}
			catch (TenantUnavailableException ex) {
				// Asked again before what is known becomes too old
				this.tried = this.stopwatch.now();
			}
			finally {
				this.turn.unlock();
			}
		}
	}

	private boolean isDue() {
		Moment last = this.tried;
		return last == null || this.stopwatch.since(last).compareTo(SHORTEST) > 0;
	}

	private void insist() {
		this.turn.lock();
		try {
			for (int attempt = 0; isOlderThan(LONGEST); attempt++) {
				try {
					readAgain();
				}
				catch (TenantUnavailableException ex) {
					if (attempt == this.patience.attempts()) {
						throw ex;
					}
					this.patience.await(attempt, Duration.ZERO);
				}
			}
		}
		finally {
			this.turn.unlock();
		}
	}

	private void readAgain() {
		Moment begun = this.stopwatch.now();
		this.reading.again();
		this.generation++;
		Duration took = this.stopwatch.since(begun).multipliedBy(SHARE);
		this.interval = (took.compareTo(SHORTEST) < 0) ? SHORTEST : (took.compareTo(LONGEST) > 0) ? LONGEST : took;
	}

	/** People as they were seen at one time. */
	final class Sight {

		private final Set<ObjectId> users;

		private final Map<ObjectId, PlannedPerson> people;

		private volatile long seen;

		private Sight(Set<ObjectId> users, long seen, Map<ObjectId, PlannedPerson> people) {
			this.users = users;
			this.seen = seen;
			this.people = people;
		}

		Map<ObjectId, PlannedPerson> people() {
			return this.people;
		}

		/** Whether all who may be written to still may, as far as is known now. */
		boolean holds() {
			if (isOlderThan(OLDEST) || !CurrentPeople.this.reading.lock().readLock().tryLock()) {
				return false;
			}
			try {
				long now = CurrentPeople.this.generation;
				if (this.seen != now) {
					Map<ObjectId, PlannedPerson> again = look(this.users);
					if (!writable(this.people).equals(writable(again))) {
						return false;
					}
					this.seen = now;
				}
				return !isOlderThan(OLDEST);
			}
			finally {
				CurrentPeople.this.reading.lock().readLock().unlock();
			}
		}

		private static Set<ObjectId> writable(Map<ObjectId, PlannedPerson> people) {
			Map<ObjectId, PlannedPerson> writable = new HashMap<>(people);
			writable.values().removeIf((person) -> person.decision() != MatchDecision.MATCHED);
			return writable.keySet();
		}

	}

}
