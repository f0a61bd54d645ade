package org.ssprprefill.proposal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.RowProblem;
import org.ssprprefill.ledger.MatchedUser;
import org.ssprprefill.ledger.PersonRows;
import org.ssprprefill.ledger.PersonRows.StagedRow;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.Rows;
import org.ssprprefill.ledger.Wishes;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.plan.MethodPolicy;
import org.ssprprefill.plan.Pilot;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.tenant.FakeTenant;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;

import static org.assertj.core.api.Assertions.assertThat;

class ProposerTests {

	private static final ObjectId KIM = new ObjectId("kim");

	private final FakeTenant tenant = new FakeTenant();

	private final Map<MethodKind, MethodPolicy> policies = new EnumMap<>(
			Map.of(MethodKind.MOBILE, MethodPolicy.MISSING, MethodKind.EMAIL, MethodPolicy.MISSING));

	private OptionalInt pilot = OptionalInt.empty();

	private List<Proposal> propose(PersonRows... people) {
		MethodRules rules = new MethodRules(this.policies, EnumSet.allOf(MethodKind.class));
		return new Proposer(this.tenant, rules, Pilot.of(this.pilot)).propose(List.of(people));
	}

	private static PersonRows person(MatchedUser user, HrRow... rows) {
		List<StagedRow> staged = new ArrayList<>();
		for (HrRow row : rows) {
			staged.add(new StagedRow("hr.csv", row, Map.of()));
		}
		return new PersonRows(user.id().value(), MatchDecision.MATCHED, Optional.of(user), staged);
	}

	private static MatchedUser user(Set<String> reported, Map<MethodKind, ContactValue> written) {
		MatchedUser kim = Rows.user("kim");
		return new MatchedUser(kim.id(), kim.userPrincipalName(), kim.employeeId(), kim.standing(),
				Optional.of(reported), Set.of(), written, Map.of());
	}

	private static Optional<Reason> reason(Proposal proposal, int row, MethodKind kind) {
		return Optional.ofNullable(proposal.rows().get(row).methods().get(kind)).map((decided) -> decided.reason());
	}

	private static List<RowProblem> problems(Proposal proposal, int row) {
		return proposal.rows().get(row).row().problems().stream().map(HrRow.Problem::problem).toList();
	}

	@Test
	void addsWhatIsNotRegistered() {
		Proposal proposal = propose(person(Rows.user("kim"), Rows.mobile(1, 1))).get(0);
		assertThat(proposal.changes()).containsExactly(Wishes.add("kim", MethodKind.MOBILE, 1));
		assertThat(reason(proposal, 0, MethodKind.EMAIL)).contains(Reason.NO_VALUE);
		assertThat(reason(proposal, 0, MethodKind.OFFICE)).contains(Reason.METHOD_OFF);
	}

	@Test
	void asksNothingAboutAMethodTheReportShows() {
		Proposal proposal = propose(person(user(Set.of("mobilePhone"), Map.of()), Rows.mobile(1, 1))).get(0);
		assertThat(proposal.changes()).isEmpty();
		assertThat(reason(proposal, 0, MethodKind.MOBILE)).contains(Reason.ALREADY_REGISTERED);
		assertThat(this.tenant.asked()).isEmpty();
	}

	@Test
	void asksNothingAboutPeopleWhoMayNotBeWrittenTo() {
		PersonRows nobody = new PersonRows("~E9", MatchDecision.UNMATCHED, Optional.empty(),
				List.of(new StagedRow("hr.csv", Rows.mobile(9, 9), Map.of())));
		List<Proposal> proposals = propose(person(Rows.user("glass", true), Rows.mobile(1, 1)), nobody,
				person(Rows.user("sam"), Rows.row(2, Map.of(), RowProblem.NO_KEY)));
		assertThat(this.tenant.asked()).isEmpty();
		assertThat(proposals).allSatisfy((proposal) -> assertThat(proposal.changes()).isEmpty());
		assertThat(proposals).extracting((proposal) -> proposal.rows().get(0).decision())
			.containsExactly(MatchDecision.PROTECTED, MatchDecision.UNMATCHED, MatchDecision.MATCHED);
	}

	@Test
	void takesADuplicateOnceAndSaysSo() {
		Proposal proposal = propose(person(Rows.user("kim"), Rows.mobile(1, 1), Rows.mobile(2, 1))).get(0);
		assertThat(proposal.changes()).hasSize(1);
		assertThat(problems(proposal, 0)).isEmpty();
		assertThat(problems(proposal, 1)).containsExactly(RowProblem.DUPLICATE_ROW);
		assertThat(proposal.rows().get(1).methods()).isEmpty();
	}

	@Test
	void takesNoneOfConflictingRows() {
		Proposal proposal = propose(person(Rows.user("kim"), Rows.mobile(1, 1), Rows.mobile(2, 2))).get(0);
		assertThat(proposal.changes()).isEmpty();
		assertThat(this.tenant.asked()).isEmpty();
		assertThat(proposal.rows()).allSatisfy((row) -> assertThat(row.row().accepted()).isFalse());
	}

	@Test
	void takesASharedNumberOutAndKeepsTheRest() {
		HrRow row = Rows.row(1, Map.of(MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1), MethodKind.EMAIL,
				Wishes.value(MethodKind.EMAIL, 1)));
		PersonRows person = new PersonRows("kim", MatchDecision.MATCHED, Optional.of(Rows.user("kim")),
				List.of(new StagedRow("hr.csv", row, Map.of(MethodKind.MOBILE, "Mobiel"))));
		Proposal proposal = propose(person).get(0);
		assertThat(proposal.changes()).extracting(PlannedChange::kind).containsExactly(MethodKind.EMAIL);
		assertThat(proposal.rows().get(0).row().problems())
			.containsExactly(new HrRow.Problem("Mobiel", RowProblem.PHONE_SHARED));
		assertThat(reason(proposal, 0, MethodKind.MOBILE)).contains(Reason.NO_VALUE);
	}

	@Test
	void entersWhatCouldNotBeReadAndNeverSendsIt() {
		this.tenant.answer(MethodQuery.about(KIM, MethodKind.MOBILE), new MethodAnswer.Unread(503, "busy"));
		Proposal proposal = propose(person(Rows.user("kim"), Rows.mobile(1, 1))).get(0);
		assertThat(proposal.changes()).singleElement()
			.satisfies((change) -> assertThat(change.unread()).contains(new MethodAnswer.Unread(503, "busy")));
	}

	@Test
	void replacesItsOwnValueAndRemembersTheOldOne() {
		this.policies.put(MethodKind.MOBILE, MethodPolicy.OWN);
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1));
		Proposal proposal = propose(
				person(user(Set.of("mobilePhone"), Map.of(MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1))),
						Rows.mobile(1, 2)))
			.get(0);
		assertThat(proposal.changes()).containsExactly(Wishes.update("kim", MethodKind.MOBILE, 1, 2));
	}

	@Test
	void leavesAloneWhatAPersonChoseAndWhatWasTakenAway() {
		this.policies.put(MethodKind.MOBILE, MethodPolicy.OWN);
		this.policies.put(MethodKind.EMAIL, MethodPolicy.OWN);
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 3));
		Map<MethodKind, ContactValue> written = Map.of(MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1),
				MethodKind.EMAIL, Wishes.value(MethodKind.EMAIL, 1));
		Proposal proposal = propose(person(user(Set.of(), written), Rows.row(1, Map.of(MethodKind.MOBILE,
				Wishes.value(MethodKind.MOBILE, 2), MethodKind.EMAIL, Wishes.value(MethodKind.EMAIL, 1)))))
			.get(0);
		assertThat(reason(proposal, 0, MethodKind.MOBILE)).contains(Reason.REGISTERED_BY_USER);
		assertThat(reason(proposal, 0, MethodKind.EMAIL)).contains(Reason.REMOVED_SINCE);
	}

	@Test
	void givesThePilotsPlacesInOrderAndAsksNobodyOnceItIsFull() {
		this.pilot = OptionalInt.of(1);
		this.tenant.hold(KIM, MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1));
		List<PersonRows> people = new ArrayList<>(List.of(person(Rows.user("kim"), Rows.mobile(1, 1)),
				person(Rows.user("lee"), Rows.mobile(2, 2)), person(Rows.user("sam"), Rows.mobile(3, 3))));
		for (int index = 0; index < 97; index++) {
			people.add(person(Rows.user("person-" + index), Rows.row(10 + index, Map.of())));
		}
		people.add(person(Rows.user("zoe"), Rows.mobile(200, 4)));
		List<Proposal> proposals = propose(people.toArray(PersonRows[]::new));
		assertThat(proposals).flatExtracting(Proposal::changes)
			.containsExactly(Wishes.add("lee", MethodKind.MOBILE, 2));
		assertThat(reason(proposals.get(0), 0, MethodKind.MOBILE)).contains(Reason.ALREADY_REGISTERED);
		assertThat(reason(proposals.get(2), 0, MethodKind.MOBILE)).contains(Reason.BEYOND_PILOT);
		assertThat(reason(proposals.get(100), 0, MethodKind.MOBILE)).contains(Reason.BEYOND_PILOT);
		assertThat(this.tenant.asked()).extracting((query) -> query.user().value()).doesNotContain("zoe");
	}

}
