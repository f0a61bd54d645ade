package org.ssprprefill.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link PersonPlan} and {@link Pilot}. */
class PersonPlanTests {

	private static final Registered ABSENT = new Registered.Absent();

	@Test
	void addsAnAlternateMobileBesideANewMobile() {
		PersonPlan plan = PersonPlan.of(List.of(state(MethodKind.ALTERNATE_MOBILE, MethodPolicy.MISSING, ABSENT),
				state(MethodKind.MOBILE, MethodPolicy.MISSING, ABSENT)));
		assertThat(plan.decisions().values()).extracting(Decision::action).containsOnly(Action.ADD);
		assertThat(plan.decisions().keySet()).containsExactly(MethodKind.MOBILE, MethodKind.ALTERNATE_MOBILE);
	}

	@Test
	void addsAnAlternateMobileBesideARegisteredMobile() {
		PersonPlan plan = PersonPlan.of(List.of(state(MethodKind.MOBILE, MethodPolicy.OFF, new Registered.Unread()),
				state(MethodKind.ALTERNATE_MOBILE, MethodPolicy.MISSING, ABSENT)));
		assertThat(reason(plan, MethodKind.ALTERNATE_MOBILE)).isEqualTo(Reason.NOT_REGISTERED);
	}

	@Test
	void addsNoAlternateMobileWithoutAMobile() {
		PersonPlan plan = PersonPlan.of(List.of(state(MethodKind.MOBILE, MethodPolicy.OFF, ABSENT),
				state(MethodKind.ALTERNATE_MOBILE, MethodPolicy.MISSING, ABSENT)));
		assertThat(reason(plan, MethodKind.ALTERNATE_MOBILE)).isEqualTo(Reason.NO_VALUE);
		assertThat(plan.hasChanges()).isFalse();
	}

	@Test
	void leavesARegisteredAlternateMobileItsOwnReason() {
		PersonPlan plan = PersonPlan
			.of(List.of(state(MethodKind.ALTERNATE_MOBILE, MethodPolicy.MISSING, new Registered.Unread())));
		assertThat(reason(plan, MethodKind.ALTERNATE_MOBILE)).isEqualTo(Reason.ALREADY_REGISTERED);
	}

	@Test
	void takesOnlyChangesBackBeyondThePilot() {
		PersonPlan plan = PersonPlan.of(List.of(state(MethodKind.MOBILE, MethodPolicy.MISSING, ABSENT),
				state(MethodKind.EMAIL, MethodPolicy.OFF, ABSENT)));
		PersonPlan beyond = plan.beyondPilot();
		assertThat(reason(beyond, MethodKind.MOBILE)).isEqualTo(Reason.BEYOND_PILOT);
		assertThat(reason(beyond, MethodKind.EMAIL)).isEqualTo(Reason.METHOD_OFF);
		assertThat(beyond.hasChanges()).isFalse();
	}

	@Test
	void countsOnlyPeopleWithChangesTowardsThePilot() {
		Pilot pilot = Pilot.of(OptionalInt.of(2));
		assertThat(List.of(pilot.admits(true), pilot.admits(false), pilot.admits(true), pilot.admits(true),
				pilot.admits(false)))
			.containsExactly(true, true, true, false, true);
	}

	@Test
	void admitsEverybodyWithoutAPilot() {
		Pilot pilot = Pilot.of(OptionalInt.empty());
		for (int i = 0; i < 1000; i++) {
			assertThat(pilot.admits(true)).isTrue();
		}
	}

	private static Reason reason(PersonPlan plan, MethodKind kind) {
		return Optional.ofNullable(plan.decisions().get(kind)).orElseThrow().reason();
	}

	private static MethodState state(MethodKind kind, MethodPolicy policy, Registered registered) {
		Optional<ContactValue> wanted = Optional.of(ContactValue.held(kind, "+1 206 555 0100"));
		return new MethodState(new Wish(kind, policy, true, wanted), registered, Optional.empty(), Optional.empty());
	}

}
