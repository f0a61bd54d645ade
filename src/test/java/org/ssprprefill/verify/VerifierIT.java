package org.ssprprefill.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.Settlement;
import org.ssprprefill.ledger.Wishes;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.FakeTenant;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.TenantUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VerifierIT {

	private static final ObjectId KIM = new ObjectId("kim");

	private static final MethodQuery PHONES = MethodQuery.about(KIM, MethodKind.MOBILE);

	private static final MethodAnswer POSTPONED = new MethodAnswer.Unread(429, "TooManyRequests");

	private static final MethodAnswer NOTHING = new MethodAnswer.Registered(Map.of());

	private final Runs runs = new Runs();

	private final RunRecord run = this.runs.begin(RunMode.RUN);

	private final FakeTenant tenant = new FakeTenant();

	private final List<Duration> waits = new ArrayList<>();

	private ChangeState verified(PlannedChange change) {
		accepted(List.of(change));
		assertThat(verify()).isEqualTo(1);
		return this.runs.changes(this.run).get(0).state();
	}

	private void accepted(List<PlannedChange> changes) {
		this.runs.ledger().changes().plan(this.run, changes);
		List<ChangeEntry> planned = this.runs.changes(this.run);
		this.runs.ledger()
			.changes()
			.sent(planned.stream().collect(Collectors.toMap(ChangeEntry::id, (one) -> "id")), List.of());
		this.runs.ledger()
			.changes()
			.settle(planned.stream().map((one) -> Settlement.of(one.id(), ChangeState.ANSWERED)).toList());
	}

	private long verify() {
		return new Verifier(this.tenant, this.runs.ledger().changes(), 2, this.waits::add, this::afterTheWaits)
			.verify(this.run.id());
	}

	/** A clock on which each second of a wait is a minute. */
	private Instant afterTheWaits() {
		return Instant.EPOCH.plus(this.waits.stream().reduce(Duration.ZERO, Duration::plus).multipliedBy(60));
	}

	@Test
	void confirmsWhatTheTenantHolds() {
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1));
		assertThat(verified(Wishes.add("kim", MethodKind.MOBILE, 1))).isEqualTo(ChangeState.CONFIRMED);
		assertThat(this.waits).isEmpty();
	}

	@Test
	void confirmsWhatShowsOnlyAtALaterLook() {
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1));
		this.tenant.answer(PHONES, NOTHING, new MethodAnswer.Unread(503, ""));
		assertThat(verified(Wishes.add("kim", MethodKind.MOBILE, 1))).isEqualTo(ChangeState.CONFIRMED);
		assertThat(this.waits).hasSize(2);
	}

	@Test
	void saysMissingOnlyAfterEveryLook() {
		assertThat(verified(Wishes.add("kim", MethodKind.MOBILE, 1))).isEqualTo(ChangeState.MISSING);
		assertThat(this.tenant.asked()).hasSize(4);
	}

	@Test
	void saysDriftedWhereAnotherValueIsHeld() {
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 3));
		assertThat(verified(Wishes.add("kim", MethodKind.MOBILE, 1))).isEqualTo(ChangeState.DRIFTED);
	}

	@Test
	void saysUnknownWithTheStatusThatHidIt() {
		MethodAnswer unread = new MethodAnswer.Unread(503, "busy");
		this.tenant.answer(PHONES, unread, unread, unread, unread);
		assertThat(verified(Wishes.add("kim", MethodKind.MOBILE, 1))).isEqualTo(ChangeState.UNKNOWN);
		assertThat(this.runs.ledger().figures().changes(this.run.id())).singleElement()
			.satisfies((count) -> assertThat(count.status()).isEqualTo(503));
	}

	@Test
	void leavesWhatIsPutOffForALaterRun() {
		this.tenant.answer(PHONES, POSTPONED, POSTPONED, POSTPONED, POSTPONED);
		PlannedChange change = Wishes.add("kim", MethodKind.MOBILE, 1);
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(() -> verified(change))
			.withMessageContaining("read-back of 1 change; none was read in 7 minutes.")
			.withMessageContaining("goes on where it was");
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1));
		verify();
		assertThat(this.runs.ledger().figures().changes(this.run.id())).singleElement()
			.satisfies((count) -> assertThat(count.state()).isEqualTo(ChangeState.CONFIRMED));
	}

	@Test
	void saysHowLongTheRestWouldTakeWhereSomeIsPutOff() {
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1));
		MethodQuery alex = MethodQuery.about(new ObjectId("alex"), MethodKind.MOBILE);
		this.tenant.answer(alex, POSTPONED, POSTPONED, POSTPONED, POSTPONED);
		accepted(List.of(Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.add("alex", MethodKind.MOBILE, 2)));
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(this::verify)
			.withMessageContaining("1 was read in 7 minutes, so the rest would take about 7 minutes");
	}

	@Test
	void goesOnAsLongAsItGainsSomething() {
		List<PlannedChange> changes = new ArrayList<>();
		for (int person = 0; person < 10; person++) {
			ObjectId id = new ObjectId("person-" + person);
			changes.add(Wishes.add(id.value(), MethodKind.MOBILE, person));
			this.tenant.hold(id, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, person));
			this.tenant.answer(MethodQuery.about(id, MethodKind.MOBILE),
					Collections.nCopies(2 * person, POSTPONED).toArray(MethodAnswer[]::new));
		}
		accepted(changes);
		assertThat(verify()).isEqualTo(10);
		assertThat(this.runs.changes(this.run)).extracting(ChangeEntry::state).containsOnly(ChangeState.CONFIRMED);
	}

	@Test
	void looksMoreThanOnceForWhatWasPutOff() {
		this.tenant.answer(PHONES, POSTPONED, POSTPONED, POSTPONED, NOTHING);
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1));
		assertThat(verified(Wishes.add("kim", MethodKind.MOBILE, 1))).isEqualTo(ChangeState.CONFIRMED);
	}

	@Test
	void stopsLookingAtAListThatStaysUnreadable() {
		MethodAnswer unread = new MethodAnswer.Unread(500, "broken");
		this.tenant.answer(PHONES, unread, unread, unread, unread);
		verified(Wishes.add("kim", MethodKind.MOBILE, 1));
		assertThat(this.tenant.asked()).hasSize(2);
	}

	@Test
	void readsEachListOnceAndGoesBeyondOnePage() {
		List<PlannedChange> changes = new ArrayList<>();
		for (int person = 0; person < 250; person++) {
			for (MethodKind kind : List.of(MethodKind.MOBILE, MethodKind.OFFICE)) {
				changes.add(Wishes.add("person-" + person, kind, person % 100));
				this.tenant.hold(new ObjectId("person-" + person), kind, Wishes.value(kind, person % 100));
			}
		}
		accepted(changes);
		assertThat(verify()).isEqualTo(500);
		assertThat(this.tenant.asked()).hasSize(250);
		assertThat(this.runs.changes(this.run)).extracting(ChangeEntry::state).containsOnly(ChangeState.CONFIRMED);
	}

	@Test
	void waitsOnceForAllThatDoesNotShowYet() {
		List<PlannedChange> changes = new ArrayList<>();
		for (int person = 0; person < 250; person++) {
			ObjectId id = new ObjectId("person-" + person);
			changes.add(Wishes.add(id.value(), MethodKind.MOBILE, person % 100));
			this.tenant.hold(id, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, person % 100));
			this.tenant.answer(MethodQuery.about(id, MethodKind.MOBILE), NOTHING);
		}
		accepted(changes);
		assertThat(verify()).isEqualTo(250);
		assertThat(this.waits).containsExactly(Duration.ofSeconds(1));
		assertThat(this.runs.changes(this.run)).extracting(ChangeEntry::state).containsOnly(ChangeState.CONFIRMED);
	}

	@Test
	void asksNothingWhereNothingWasAccepted() {
		this.runs.ledger().changes().plan(this.run, List.of(Wishes.add("kim", MethodKind.MOBILE, 1)));
		assertThat(verify()).isZero();
		assertThat(this.tenant.asked()).isEmpty();
	}

}
