package org.ssprprefill.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.Wishes;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.FakeTenant;
import org.ssprprefill.tenant.FakeTenant.Reaction;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.tenant.WriteAnswer;
import org.ssprprefill.tenant.WritePermit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ApplierIT {

	private static final ObjectId KIM = new ObjectId("kim");

	private static final WriteAnswer NO_ANSWER = new WriteAnswer.Unanswered(0, "");

	private static final MethodAnswer THROTTLED = new MethodAnswer.Unread(429, "TooManyRequests");

	private static final MethodQuery PHONES = MethodQuery.about(KIM, MethodKind.MOBILE);

	private final Runs runs = new Runs();

	private final RunRecord run = this.runs.begin(RunMode.RUN);

	private final FakeTenant tenant = new FakeTenant();

	private final List<Duration> waits = new ArrayList<>();

	private WritePermit permit = () -> true;

	private long apply(int inFlight, BooleanSupplier stopping) {
		RetryPolicy patience = new RetryPolicy(
				List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)), this.waits::add);
		return new Applier(this.tenant, this.runs.ledger().changes(), inFlight, patience, stopping, this.permit,
				Clearances.all())
			.apply(this.run.id());
	}

	private long apply() {
		return apply(1, () -> false);
	}

	private void plan(PlannedChange... changes) {
		this.runs.ledger().changes().plan(this.run, List.of(changes));
	}

	private void sentByAProcessThatDied(PlannedChange change) {
		plan(change);
		this.runs.ledger().changes().sent(Map.of(this.runs.changes(this.run).get(0).id(), "request"), List.of());
	}

	private ChangeState state(MethodKind kind) {
		return this.runs.state(this.run, "kim", kind);
	}

	@Test
	void commitsSentBeforeTheWriteLeaves() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		List<ChangeState> seen = new ArrayList<>();
		this.tenant.witness((writes) -> seen.add(state(MethodKind.MOBILE)));
		assertThat(apply()).isEqualTo(1);
		assertThat(seen).containsExactly(ChangeState.SENT);
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.ANSWERED);
	}

	@Test
	void neverSendsEndedChangesAgain() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.unread("kim", MethodKind.EMAIL));
		apply();
		assertThat(apply()).isZero();
		assertThat(this.tenant.written()).hasSize(1);
		assertThat(state(MethodKind.EMAIL)).isEqualTo(ChangeState.REJECTED);
	}

	@Test
	void sendsTheAlternateMobileAfterEverythingElse() {
		plan(Wishes.add("kim", MethodKind.ALTERNATE_MOBILE, 2), Wishes.add("kim", MethodKind.MOBILE, 1));
		apply();
		assertThat(this.tenant.written()).extracting((batch) -> batch.get(0).kind())
			.containsExactly(MethodKind.MOBILE, MethodKind.ALTERNATE_MOBILE);
		assertThat(state(MethodKind.ALTERNATE_MOBILE)).isEqualTo(ChangeState.ANSWERED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void endsPlainRefusalsWithoutReadingBack(int status) {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.tenant.cue(Reaction.says(new WriteAnswer.Refused(status, "no")));
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.REJECTED);
		assertThat(this.tenant.asked()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 409 })
	void readsBackOtherRefusalsBeforeItBelievesThem(int status) {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.tenant.cue(Reaction.storesButSays(new WriteAnswer.Refused(status, "phoneNumberNotUnique")));
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.ANSWERED);
	}

	@Test
	void rejectsWhatIsFoundNeitherByTheWriteNorByTheReading() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.tenant.cue(Reaction.says(new WriteAnswer.Refused(404, "resourceNotFound")));
		MethodAnswer nobody = new MethodAnswer.Unread(404, "resourceNotFound");
		this.tenant.answer(PHONES, nobody, nobody, nobody);
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.REJECTED);
	}

	@Test
	void looksAgainForARefusedMethodThatDoesNotShowYet() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.tenant.cue(Reaction.storesButSays(new WriteAnswer.Refused(409, "phoneNumberNotUnique")));
		this.tenant.answer(PHONES, new MethodAnswer.Registered(Map.of()), new MethodAnswer.Unread(503, ""));
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.ANSWERED);
		assertThat(this.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
	}

	@Test
	void rejectsWhatWasRefusedAndIsNotHeld() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.tenant.cue(Reaction.says(new WriteAnswer.Refused(400, "badRequest")));
		apply();
		assertThat(this.runs.ledger().figures().changes(this.run.id())).singleElement().satisfies((count) -> {
			assertThat(count.state()).isEqualTo(ChangeState.REJECTED);
			assertThat(count.status()).isEqualTo(400);
			assertThat(count.code()).isEqualTo("badRequest");
		});
	}

	@Test
	void waitsAsLongAsTheTenantAsksAndSendsOnlyWhatWasPutOff() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.add("kim", MethodKind.EMAIL, 1));
		this.tenant.cue(Reaction.stores(), Reaction.says(new WriteAnswer.Postponed(Duration.ofSeconds(30))));
		apply();
		assertThat(this.waits).containsExactly(Duration.ofSeconds(30));
		assertThat(this.tenant.written()).extracting(List::size).containsExactly(2, 1);
		assertThat(this.runs.changes(this.run)).extracting(ChangeEntry::attempts).containsExactly(1, 2);
	}

	@Test
	void leavesOffWhereTheTenantAsksToWaitForADay() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.tenant.cue(Reaction.says(new WriteAnswer.Postponed(Duration.ofDays(1))));
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(this::apply);
		assertThat(this.waits).isEmpty();
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.ANSWERED);
	}

	@Test
	void doesNotWaitWithAnAnswerThatIsNotCommitted() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.add("kim", MethodKind.EMAIL, 1));
		this.tenant.cue(Reaction.stores(), Reaction.says(new WriteAnswer.Postponed(Duration.ofSeconds(30))));
		List<ChangeState> whileWaiting = new ArrayList<>();
		new Applier(this.tenant, this.runs.ledger().changes(), 1,
				new RetryPolicy(List.of(Duration.ZERO), (wait) -> whileWaiting.add(state(MethodKind.MOBILE))),
				() -> false, () -> true, Clearances.all())
			.apply(this.run.id());
		assertThat(whileWaiting).containsExactly(ChangeState.ANSWERED);
	}

	@Test
	void keepsTheAnswersItHasWhereTheTenantGoesDown() {
		List<PlannedChange> changes = new ArrayList<>();
		for (int person = 0; person < 30; person++) {
			changes.add(Wishes.add("person-" + person, MethodKind.MOBILE, person));
		}
		this.runs.ledger().changes().plan(this.run, changes);
		this.tenant.witness((writes) -> {
			if (writes.size() < 20) {
				throw new TenantUnavailableException("down");
			}
		});
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(this::apply);
		assertThat(this.runs.changes(this.run)).extracting(ChangeEntry::state)
			.filteredOn(ChangeState.ANSWERED::equals)
			.hasSize(20);
	}

	@Test
	void givesUpOnAThrottlingTenantWithoutLosingAnything() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		Reaction later = Reaction.says(new WriteAnswer.Postponed(Duration.ZERO));
		this.tenant.cue(later, later, later, later);
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(this::apply)
			.withMessageContaining("Start the same command again");
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.SENT);
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.ANSWERED);
		assertThat(this.tenant.stored(KIM, MethodKind.MOBILE)).isEqualTo(1);
	}

	@Test
	void readsBackBeforeItRepeatsAnUnansweredWrite() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.add("kim", MethodKind.EMAIL, 1));
		this.tenant.cue(Reaction.storesButSays(NO_ANSWER), Reaction.says(NO_ANSWER));
		apply();
		assertThat(this.tenant.written().get(1)).extracting(MethodWrite::kind).containsExactly(MethodKind.EMAIL);
		assertThat(this.runs.changes(this.run)).extracting(ChangeEntry::state).containsOnly(ChangeState.ANSWERED);
	}

	@Test
	void rejectsWhatTheTenantNeverAnswersAndDoesNotHold() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		Reaction broken = Reaction.says(new WriteAnswer.Unanswered(500, "internal"));
		this.tenant.cue(broken, broken, broken, broken);
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.REJECTED);
		assertThat(this.waits).hasSize(3);
	}

	@Test
	void goesOnWithTheOthersWhereOnePersonBringsEveryExchangeDown() {
		List<String> people = List.of("ann", "kim", "leo", "sam", "zoe");
		people.forEach((person) -> plan(Wishes.add(person, MethodKind.MOBILE, 1)));
		FakeTenant fragile = new FakeTenant() {
			@Override
			public List<WriteAnswer> write(List<MethodWrite> writes, WritePermit permit) {
				boolean down = writes.stream().anyMatch((write) -> write.user().equals(KIM));
				return down ? writes.stream().map((write) -> NO_ANSWER).toList() : super.write(writes, permit);
			}
		};
		new Applier(fragile, this.runs.ledger().changes(), 1,
				new RetryPolicy(List.of(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO), this.waits::add),
				() -> false, () -> true, Clearances.all())
			.apply(this.run.id());
		for (String person : people) {
			assertThat(this.runs.state(this.run, person, MethodKind.MOBILE)).as(person)
				.isEqualTo(person.equals("kim") ? ChangeState.REJECTED : ChangeState.ANSWERED);
		}
	}

	@Test
	void leavesOffWhereTheTenantAnswersForNobody() {
		List<String> people = List.of("ann", "kim", "leo", "sam", "zoe");
		people.forEach((person) -> plan(Wishes.add(person, MethodKind.MOBILE, 1)));
		FakeTenant down = new FakeTenant() {
			@Override
			public List<WriteAnswer> write(List<MethodWrite> writes, WritePermit permit) {
				return writes.stream().<WriteAnswer>map((write) -> NO_ANSWER).toList();
			}
		};
		Applier applier = new Applier(down, this.runs.ledger().changes(), 1,
				new RetryPolicy(List.of(Duration.ZERO), this.waits::add), () -> false, () -> true, Clearances.all());
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(() -> applier.apply(this.run.id()))
			.withMessageContaining("Start the same command again");
		assertThat(this.runs.changes(this.run)).anyMatch((change) -> change.state() == ChangeState.SENT);
	}

	@Test
	void leavesPlannedWhatThePermitHoldsBack() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.add("kim", MethodKind.EMAIL, 2));
		this.permit = () -> false;
		assertThatExceptionOfType(PermitLapsedException.class).isThrownBy(this::apply);
		assertThat(this.tenant.written()).isEmpty();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.PLANNED);
		this.permit = () -> true;
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.ANSWERED);
		assertThat(this.tenant.written()).hasSize(1);
	}

	@Test
	void readsBackWhatWasSentBeforeThePermitLapsed() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		AtomicInteger asked = new AtomicInteger();
		this.permit = () -> asked.getAndIncrement() == 0;
		this.tenant.cue(Reaction.says(new WriteAnswer.Postponed(Duration.ZERO)));
		assertThatExceptionOfType(PermitLapsedException.class).isThrownBy(this::apply);
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.SENT);
		assertThat(this.runs.ledger().audit().verify(this.run.tenant()).findings()).isEmpty();
		this.permit = () -> true;
		apply();
		assertThat(this.tenant.asked()).isNotEmpty();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.ANSWERED);
	}

	@Test
	void neverRepeatsAWriteWhoseReadBackFails() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.tenant.cue(Reaction.says(NO_ANSWER));
		this.tenant.answer(PHONES, new MethodAnswer.Unread(503, "busy"));
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.UNKNOWN);
		assertThat(this.tenant.written()).hasSize(1);
	}

	@Test
	void asksAgainWhatBecameOfAWriteAsLongAsTheQuestionIsThrottled() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.tenant.cue(Reaction.storesButSays(NO_ANSWER));
		this.tenant.answer(PHONES, THROTTLED, THROTTLED);
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.ANSWERED);
		assertThat(this.tenant.written()).hasSize(1);
	}

	@Test
	void leavesAWriteInDoubtToTheNextRunWhereTheQuestionStaysThrottled() {
		sentByAProcessThatDied(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1));
		this.tenant.answer(PHONES, Collections.nCopies(4, THROTTLED).toArray(MethodAnswer[]::new));
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(this::apply)
			.withMessageContaining("what became of 1 change");
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.SENT);
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.ANSWERED);
	}

	@Test
	void keepsWhatSomebodyChoseWhileAWriteWasUnanswered() {
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1));
		plan(Wishes.update("kim", MethodKind.MOBILE, 1, 2));
		this.tenant.cue((tenant, write) -> {
			tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 3));
			return NO_ANSWER;
		});
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.DRIFTED);
		assertThat(this.tenant.held(KIM, MethodKind.MOBILE)).contains(Wishes.value(MethodKind.MOBILE, 3));
	}

	@Test
	void recoversAWriteThatArrived() {
		sentByAProcessThatDied(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1));
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.ANSWERED);
		assertThat(this.tenant.written()).isEmpty();
	}

	@Test
	void sendsAnAdditionThatNeverArrivedAgain() {
		sentByAProcessThatDied(Wishes.add("kim", MethodKind.MOBILE, 1));
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.ANSWERED);
		assertThat(this.tenant.stored(KIM, MethodKind.MOBILE)).isEqualTo(1);
	}

	@Test
	void sendsAnUpdateThatNeverArrivedAgain() {
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1));
		sentByAProcessThatDied(Wishes.update("kim", MethodKind.MOBILE, 1, 2));
		apply();
		assertThat(this.tenant.held(KIM, MethodKind.MOBILE)).contains(Wishes.value(MethodKind.MOBILE, 2));
	}

	@Test
	void doesNotPutBackAMethodThatVanishedBeforeItsUpdate() {
		sentByAProcessThatDied(Wishes.update("kim", MethodKind.MOBILE, 1, 2));
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.MISSING);
		assertThat(this.tenant.written()).isEmpty();
	}

	@Test
	void leavesAnotherValueAloneWhenItRecovers() {
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 3));
		sentByAProcessThatDied(Wishes.add("kim", MethodKind.MOBILE, 1));
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.DRIFTED);
		assertThat(this.tenant.written()).isEmpty();
	}

	@Test
	void saysUnknownOfASentChangeThatCannotBeReadBack() {
		sentByAProcessThatDied(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.tenant.answer(PHONES, new MethodAnswer.Unread(503, "busy"));
		apply();
		assertThat(state(MethodKind.MOBILE)).isEqualTo(ChangeState.UNKNOWN);
	}

	@Test
	void onlyReadsBackWhatWasSentToSomebodyWhoIsProtectedNow() {
		sentByAProcessThatDied(Wishes.add("kim", MethodKind.MOBILE, 1));
		plan(Wishes.add("kim", MethodKind.EMAIL, 1));
		this.runs.changes(this.run).forEach((change) -> this.runs.ledger().changes().withdraw(change.id()));
		assertThat(apply()).isZero();
		assertThat(this.tenant.written()).isEmpty();
		assertThat(this.runs.changes(this.run)).extracting(ChangeEntry::state).containsExactly(ChangeState.ANSWERED);
	}

	@Test
	void sendsAtMostTwentyAtOnceAndFinishesOtherBatchesWhenOneFails() {
		for (int person = 0; person < 50; person++) {
			plan(Wishes.add("person-" + person, MethodKind.MOBILE, person));
		}
		AtomicInteger batches = new AtomicInteger();
		this.tenant.witness((writes) -> {
			if (batches.incrementAndGet() == 2) {
				throw new TenantUnavailableException("out of reach");
			}
		});
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(() -> apply(3, () -> false));
		assertThat(this.tenant.written()).allSatisfy((batch) -> assertThat(batch).hasSizeLessThanOrEqualTo(20));
		this.tenant.witness((writes) -> {
		});
		apply(3, () -> false);
		assertThat(this.runs.changes(this.run)).hasSize(50)
			.allSatisfy((change) -> assertThat(change.state()).isEqualTo(ChangeState.ANSWERED))
			.allSatisfy((change) -> assertThat(this.tenant.stored(change.user(), MethodKind.MOBILE)).isEqualTo(1));
	}

	@Test
	void stopsBetweenBatches() {
		for (int person = 0; person < 30; person++) {
			plan(Wishes.add("person-" + person, MethodKind.MOBILE, person));
		}
		AtomicInteger looks = new AtomicInteger();
		assertThat(apply(1, () -> looks.getAndIncrement() > 0)).isEqualTo(20);
		assertThat(this.tenant.written()).hasSize(1);
		assertThat(apply()).isEqualTo(10);
	}

}
