package org.ssprprefill.proposal;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.ledger.MatchedUser;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.ledger.ReportStore.MethodEntry;
import org.ssprprefill.ledger.ReportStore.PersonEntry;
import org.ssprprefill.ledger.Rows;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.Wishes;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.plan.MethodPolicy;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.FakeTenant;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;

import static org.assertj.core.api.Assertions.assertThat;

class KeptPlanReviewIT {

	private static final ObjectId KIM = new ObjectId("kim");

	private final Runs runs = new Runs();

	private final RunRecord plan = this.runs.begin(RunMode.PLAN);

	private final RunRecord apply = this.runs.begin(RunMode.APPLY);

	private final FakeTenant tenant = new FakeTenant();

	private List<PlannedChange> review(PlannedChange planned, Optional<MatchedUser> now) {
		return review(planned, now, MatchDecision.MATCHED);
	}

	private List<PlannedChange> review(PlannedChange planned, Optional<MatchedUser> now, MatchDecision match) {
		this.runs.ledger().changes().plan(this.plan, List.of(planned));
		this.runs.ledger()
			.decisions()
			.keep(this.apply.id(), List.of(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"),
					Map.of(planned.kind(), new Decision(planned.reason())))), List.of());
		MethodRules rules = new MethodRules(
				Map.of(MethodKind.MOBILE, MethodPolicy.REPLACE, MethodKind.EMAIL, MethodPolicy.MISSING),
				EnumSet.allOf(MethodKind.class));
		return new KeptPlanReview(this.tenant, rules, this.runs.ledger().decisions()).review(this.apply.id(),
				List.of(new PlannedPerson(KIM, now, match, this.runs.changes(this.plan))));
	}

	private PersonEntry told() {
		try (Cursor<PersonEntry> people = this.runs.ledger().reports().people(this.apply.id())) {
			return people.next().orElseThrow();
		}
	}

	@Test
	void keepsAChangeThatStillStands() {
		PlannedChange planned = Wishes.add("kim", MethodKind.MOBILE, 1);
		assertThat(review(planned, Optional.of(Rows.user("kim")))).containsExactly(planned);
		assertThat(told().methods()).containsEntry(MethodKind.MOBILE, new MethodEntry("add", "not-registered", ""));
	}

	@Test
	void leavesOutWhoIsProtectedNowWithoutAskingForMethods() {
		assertThat(review(Wishes.add("kim", MethodKind.MOBILE, 1), Optional.of(Rows.user("kim", true)))).isEmpty();
		assertThat(told().decision()).isEqualTo("protected");
		assertThat(told().reason()).isEqualTo("excluded");
		assertThat(told().methods()).isEmpty();
		assertThat(this.tenant.asked()).isEmpty();
	}

	@Test
	void leavesOutWhoIsGone() {
		assertThat(review(Wishes.add("kim", MethodKind.MOBILE, 1), Optional.empty())).isEmpty();
		assertThat(told().decision()).isEqualTo("unmatched");
		assertThat(this.tenant.asked()).isEmpty();
	}

	@Test
	void leavesOutWhomHrDoesNotMeanAnyMore() {
		assertThat(
				review(Wishes.add("kim", MethodKind.MOBILE, 1), Optional.of(Rows.user("kim")), MatchDecision.AMBIGUOUS))
			.isEmpty();
		assertThat(told().decision()).isEqualTo("ambiguous");
		assertThat(this.tenant.asked()).isEmpty();
	}

	@Test
	void leavesOutWhatWasRegisteredMeanwhile() {
		this.tenant.hold(KIM, MethodKind.EMAIL, Wishes.value(MethodKind.EMAIL, 5));
		assertThat(review(Wishes.add("kim", MethodKind.EMAIL, 1), Optional.of(Rows.user("kim")))).isEmpty();
		assertThat(told().methods()).containsEntry(MethodKind.EMAIL, new MethodEntry("none", "already-registered", ""));
	}

	@Test
	void writesOverNothingButWhatThePlanSaw() {
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 5));
		assertThat(review(Wishes.add("kim", MethodKind.MOBILE, 1), Optional.of(Rows.user("kim")))).isEmpty();
		assertThat(told().methods()).containsEntry(MethodKind.MOBILE,
				new MethodEntry("none", "already-registered", ""));
	}

	@Test
	void neverSendsWhatCannotBeReadAnyMore() {
		this.tenant.answer(MethodQuery.about(KIM, MethodKind.EMAIL), new MethodAnswer.Unread(503, "busy"));
		assertThat(review(Wishes.add("kim", MethodKind.EMAIL, 1), Optional.of(Rows.user("kim")))).singleElement()
			.satisfies((change) -> assertThat(change.unread()).isPresent());
	}

}
