package org.ssprprefill.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.ssprprefill.apply.CurrentPeople.Sight;
import org.ssprprefill.apply.Stopwatch.Moment;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.ledger.Rows;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.tenant.TenantUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** When people of a plan are looked at again, by a clock that is moved by hand. */
class CurrentPeopleTests {

	private static final Set<ObjectId> KIM = Set.of(new ObjectId("kim"));

	private final List<Duration> waits = new ArrayList<>();

	private final Tenant tenant = new Tenant();

	private Instant now = Instant.parse("2026-11-22T02:00:00Z");

	private MatchDecision decision = MatchDecision.MATCHED;

	private final Stopwatch stopwatch = new Stopwatch(() -> this.now, () -> 0);

	private final CurrentPeople people = new CurrentPeople(this.tenant,
			(users) -> users.stream()
				.map((id) -> new PlannedPerson(id, Optional.of(Rows.user(id.value())), this.decision, List.of()))
				.toList(),
			this.stopwatch, new RetryPolicy(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), this::wait));

	CurrentPeopleTests() {
		this.tenant.begun = this.stopwatch.now();
	}

	private void wait(Duration length) {
		this.waits.add(length);
		pass(length);
	}

	private void pass(Duration length) {
		this.now = this.now.plus(length);
	}

	@Test
	void readsNothingAgainInTheFirstSeconds() {
		pass(Duration.ofSeconds(15));
		assertThat(this.people.of(KIM).holds()).isTrue();
		assertThat(this.tenant.asked).isZero();
	}

	@Test
	void readsAgainAfterAQuarterOfAMinute() {
		pass(Duration.ofSeconds(16));
		assertThat(this.people.of(KIM).holds()).isTrue();
		assertThat(this.tenant.asked).isEqualTo(1);
	}

	@Test
	void readsMoreSeldomWhereReadingTakesLong() {
		this.tenant.takes = Duration.ofSeconds(10);
		pass(Duration.ofSeconds(16));
		this.people.of(KIM);
		pass(Duration.ofSeconds(39));
		this.people.of(KIM);
		assertThat(this.tenant.asked).isEqualTo(1);
		pass(Duration.ofSeconds(2));
		this.people.of(KIM);
		assertThat(this.tenant.asked).isEqualTo(2);
	}

	@Test
	void goesOnForAWhileWhereTheTenantDoesNotAnswer() {
		this.tenant.failures = 1;
		pass(Duration.ofSeconds(30));
		Sight sight = this.people.of(KIM);
		assertThat(sight.holds()).as("what is known is half a minute old").isTrue();
		this.people.of(KIM);
		assertThat(this.tenant.asked).as("not asked again at once").isEqualTo(1);
		pass(Duration.ofSeconds(16));
		this.people.of(KIM);
		assertThat(this.tenant.asked).isEqualTo(2);
		assertThat(this.waits).isEmpty();
	}

	@Test
	void waitsForTheTenantOnceWhatIsKnownIsNearlyTooOld() {
		this.tenant.failures = 2;
		pass(Duration.ofSeconds(80));
		assertThat(this.people.of(KIM).holds()).isTrue();
		assertThat(this.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
	}

	@Test
	void losesPatience() {
		this.tenant.failures = 3;
		pass(Duration.ofSeconds(80));
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(() -> this.people.of(KIM));
	}

	@Test
	void readsAgainAtOnceWhereTheLastReadingIsIncomplete() {
		this.tenant.begun = null;
		assertThat(this.people.of(KIM).holds()).isTrue();
		assertThat(this.tenant.asked).isEqualTo(1);
	}

	@Test
	void holdsNoLongerThanTwoMinutes() {
		Sight sight = this.people.of(KIM);
		pass(Duration.ofMinutes(2));
		assertThat(sight.holds()).isTrue();
		pass(Duration.ofNanos(1));
		assertThat(sight.holds()).isFalse();
	}

	@Test
	void doesNotHoldOnceAnotherLookHasFoundAPersonChanged() {
		Sight sight = this.people.of(KIM);
		pass(Duration.ofSeconds(20));
		this.people.of(KIM);
		assertThat(sight.holds()).as("looked at again, and as before").isTrue();
		this.decision = MatchDecision.PROTECTED;
		pass(Duration.ofSeconds(20));
		this.people.of(KIM);
		assertThat(sight.holds()).isFalse();
	}

	/** Answers at once or slowly, or not at all for some times. */
	private final class Tenant implements CurrentPeople.Reading {

		private final ReadWriteLock lock = new ReentrantReadWriteLock();

		private @Nullable Moment begun;

		private Duration takes = Duration.ZERO;

		private int failures;

		private int asked;

		@Override
		public void again() {
			this.asked++;
			if (this.failures > 0) {
				this.failures--;
				throw new TenantUnavailableException("not now");
			}
			this.begun = CurrentPeopleTests.this.stopwatch.now();
			pass(this.takes);
		}

		@Override
		public @Nullable Moment begun() {
			return this.begun;
		}

		@Override
		public ReadWriteLock lock() {
			return this.lock;
		}

	}

}
