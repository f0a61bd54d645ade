package org.ssprprefill.undo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.ssprprefill.apply.Clearances;
import org.ssprprefill.apply.Redecision.Redecided;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.MatchedUser;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.ledger.ReportStore.MethodEntry;
import org.ssprprefill.ledger.ReportStore.PersonEntry;
import org.ssprprefill.ledger.Rows;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.Settlement;
import org.ssprprefill.ledger.Snapshots;
import org.ssprprefill.ledger.Wishes;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.FakeTenant;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;

import static org.assertj.core.api.Assertions.assertThat;

class InversePlanIT {

	private static final ObjectId KIM = new ObjectId("kim");

	private final Runs runs = new Runs();

	private final RunRecord night = this.runs.begin(RunMode.RUN);

	private final RunRecord undo = this.runs.begin(RunMode.UNDO);

	private final FakeTenant tenant = new FakeTenant();

	private final InversePlan inverse = new InversePlan(this.tenant, this.runs.ledger().decisions());

	/** The night wrote this, and all of it is there. */
	private void wrote(PlannedChange... changes) {
		Map<MethodKind, Decision> decisions = new EnumMap<>(MethodKind.class);
		for (PlannedChange change : changes) {
			decisions.put(change.kind(), new Decision(change.reason()));
			this.tenant.hold(KIM, change.kind(), change.value());
		}
		this.runs.ledger()
			.decisions()
			.keep(this.night.id(), List.of(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"), decisions)), List.of());
		this.runs.ledger().changes().plan(this.night, List.of(changes));
		this.runs.ledger().changes().confirm(this.runs.changes(this.night).stream().map(ChangeEntry::id).toList());
	}

	private List<PlannedChange> takeBack(Optional<MatchedUser> now) {
		this.runs.ledger().decisions().inheritChanged(this.night.id(), this.undo.id());
		return this.inverse.takeBack(this.undo.id(),
				List.of(new PlannedPerson(KIM, now, MatchDecision.MATCHED, this.runs.changes(this.night))));
	}

	private List<PlannedChange> takeBack() {
		return takeBack(Optional.of(Rows.user("kim")));
	}

	private PersonEntry told() {
		try (var people = this.runs.ledger().reports().people(this.undo.id())) {
			return people.next().orElseThrow();
		}
	}

	private static ContactValue value(MethodKind kind, int number) {
		return Wishes.value(kind, number);
	}

	@Test
	void takesAwayWhatWasAddedAndPutsBackWhatWasReplaced() {
		wrote(Wishes.add("kim", MethodKind.EMAIL, 1), Wishes.update("kim", MethodKind.MOBILE, 2, 3));
		assertThat(takeBack()).containsExactly(
				new PlannedChange(KIM, MethodKind.MOBILE, Reason.OWN_VALUE_PUT_BACK, value(MethodKind.MOBILE, 2),
						Optional.of(value(MethodKind.MOBILE, 3)), Optional.empty()),
				new PlannedChange(KIM, MethodKind.EMAIL, Reason.ADDITION_TAKEN_BACK, value(MethodKind.EMAIL, 1),
						Optional.of(value(MethodKind.EMAIL, 1)), Optional.empty()));
		assertThat(told().methods())
			.isEqualTo(Map.of(MethodKind.MOBILE, new MethodEntry("update", "own-value-changed", ""), MethodKind.EMAIL,
					new MethodEntry("add", "not-registered", "")));
	}

	@Test
	void leavesAloneWhatWasNeverSentOrRefused() {
		wrote(Wishes.add("kim", MethodKind.EMAIL, 1));
		this.runs.ledger().changes().plan(this.night, List.of(Wishes.add("kim", MethodKind.MOBILE, 2)));
		this.tenant.hold(KIM, MethodKind.MOBILE, value(MethodKind.MOBILE, 2));
		assertThat(takeBack()).extracting(PlannedChange::kind).containsExactly(MethodKind.EMAIL);
		long mobile = this.runs.changes(this.night).get(1).id();
		this.runs.ledger().changes().settle(List.of(Settlement.of(mobile, ChangeState.REJECTED)));
		assertThat(takeBack()).extracting(PlannedChange::kind).containsExactly(MethodKind.EMAIL);
	}

	@Test
	void takesBackWhatCouldNotBeReadBackButIsThere() {
		this.runs.ledger().changes().plan(this.night, List.of(Wishes.add("kim", MethodKind.MOBILE, 2)));
		this.runs.ledger()
			.changes()
			.settle(List.of(Settlement.of(this.runs.changes(this.night).get(0).id(), ChangeState.UNKNOWN)));
		this.tenant.hold(KIM, MethodKind.MOBILE, value(MethodKind.MOBILE, 2));
		assertThat(takeBack()).hasSize(1);
	}

	@Test
	void saysWhetherAnotherValueIsAUsersOrALaterRuns() {
		wrote(Wishes.add("kim", MethodKind.EMAIL, 1), Wishes.add("kim", MethodKind.MOBILE, 2));
		this.tenant.hold(KIM, MethodKind.EMAIL, value(MethodKind.EMAIL, 7));
		this.tenant.hold(KIM, MethodKind.MOBILE, value(MethodKind.MOBILE, 8));
		MatchedUser kim = Rows.user("kim");
		assertThat(takeBack(
				Optional.of(new MatchedUser(kim.id(), kim.userPrincipalName(), kim.employeeId(), kim.standing(),
						Optional.empty(), Set.of(), Map.of(MethodKind.MOBILE, value(MethodKind.MOBILE, 8)), Map.of()))))
			.isEmpty();
		assertThat(told().methods())
			.isEqualTo(Map.of(MethodKind.EMAIL, new MethodEntry("none", "registered-by-user", ""), MethodKind.MOBILE,
					new MethodEntry("none", "already-registered", "")));
	}

	@Test
	void keepsTheMobileThatSomebodysAlternateNumberNeeds() {
		wrote(Wishes.add("kim", MethodKind.MOBILE, 2));
		this.tenant.hold(KIM, MethodKind.ALTERNATE_MOBILE, value(MethodKind.ALTERNATE_MOBILE, 9));
		assertThat(takeBack()).isEmpty();
		assertThat(told().methods()).containsEntry(MethodKind.MOBILE,
				new MethodEntry("none", "registered-by-user", ""));
	}

	@Test
	void sendsNothingWhereTheTenantDoesNotSayWhatIsThere() {
		wrote(Wishes.add("kim", MethodKind.EMAIL, 1));
		this.tenant.answer(MethodQuery.about(KIM, MethodKind.EMAIL), new MethodAnswer.Unread(503, "busy"));
		assertThat(takeBack()).singleElement().satisfies((change) -> assertThat(change.unread()).isPresent());
	}

	@Test
	void leavesOutWhoIsProtectedOrGoneWithoutAsking() {
		wrote(Wishes.add("kim", MethodKind.EMAIL, 1));
		assertThat(takeBack(Optional.of(Rows.user("kim", true)))).isEmpty();
		assertThat(told().decision()).isEqualTo("protected");
		assertThat(takeBack(Optional.empty())).isEmpty();
		assertThat(told().decision()).isEqualTo("unmatched");
		assertThat(this.tenant.asked()).isEmpty();
	}

	@Test
	void withdrawsFromAnInterruptedUndoWhatSomebodyChangedSince() {
		wrote(Wishes.add("kim", MethodKind.EMAIL, 1), Wishes.add("kim", MethodKind.MOBILE, 2));
		this.runs.ledger().changes().plan(this.undo, takeBack());
		this.tenant.hold(KIM, MethodKind.MOBILE, value(MethodKind.MOBILE, 8));
		this.runs.ledger().snapshot().addUsers(this.runs.name(), List.of(Snapshots.member("kim", "1")));
		Clearances
			.of(this.tenant, this.runs.ledger(), this.undo,
					(person, change, answers) -> Redecided.leftAlone(InversePlan.leftAlone(person, change, answers)))
			.clear(this.runs.changes(this.undo));
		assertThat(this.runs.changes(this.undo)).extracting(ChangeEntry::kind).containsExactly(MethodKind.EMAIL);
		assertThat(told().methods()).containsEntry(MethodKind.MOBILE,
				new MethodEntry("none", "registered-by-user", ""));
	}

}
