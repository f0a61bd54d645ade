package org.ssprprefill.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.feed.FileStamp;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.RowProblem;
import org.ssprprefill.ledger.ReportStore.MethodEntry;
import org.ssprprefill.ledger.ReportStore.PersonEntry;
import org.ssprprefill.ledger.VerdictStore.PersonVerdict;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.match.WriteBlock;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is decided, and what the report store tells of it afterwards. */
class DecisionStoreIT {

	private static final Map<MethodKind, Decision> ADD_MOBILE = Map.of(MethodKind.MOBILE,
			new Decision(Reason.NOT_REGISTERED), MethodKind.EMAIL, new Decision(Reason.NO_VALUE));

	private final Runs runs = new Runs();

	private final RunRecord run = this.runs.begin(RunMode.RUN);

	private final DecisionStore decisions = this.runs.ledger().decisions();

	private void keep(RowDecision... decided) {
		this.decisions.keep(this.run.id(), List.of(decided), List.of());
	}

	private List<PersonEntry> people(String of) {
		try (Cursor<PersonEntry> people = this.runs.ledger().reports().people(of)) {
			return Runs.all(people);
		}
	}

	private void verdict(String user) {
		PopulationMember member = new PopulationMember(new ObjectId(user), user + "@contoso.com", Optional.empty(),
				Rows.user(user).standing(), false, "writeback", Optional.empty(), Set.of(), Set.of(), Map.of(), "");
		this.runs.ledger()
			.verdicts()
			.keep(this.run.id(), List.of(new PersonVerdict(member, "writeback", "no", "no-method", "no", "Register.")));
	}

	@Test
	void tellsEveryAcceptedRowWithWhatBecameOfIt() {
		keep(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"), ADD_MOBILE));
		this.runs.ledger().changes().plan(this.run, List.of(Wishes.add("kim", MethodKind.MOBILE, 1)));
		verdict("kim");
		assertThat(people(this.run.id())).containsExactly(
				new PersonEntry("hr.csv", OptionalLong.of(2), "kim", "kim@contoso.com", "E1", "Sales", "matched", "",
						Map.of(MethodKind.MOBILE, new MethodEntry("add", "not-registered", "planned"), MethodKind.EMAIL,
								new MethodEntry("none", "no-value", "")),
						"writeback", "no", "no-method", "no", "Register."));
	}

	@Test
	void tellsPeopleWithoutARowAfterTheRows() {
		verdict("ann");
		keep(Rows.matched(Rows.mobile(10, 1), Rows.user("kim"), Map.of()),
				Rows.matched(Rows.mobile(9, 1), Rows.user("sam"), Map.of()));
		assertThat(people(this.run.id())).extracting(PersonEntry::userPrincipalName, PersonEntry::decision)
			.containsExactly(tuple("sam@contoso.com", "matched"), tuple("kim@contoso.com", "matched"),
					tuple("ann@contoso.com", "no-row"));
	}

	@Test
	void tellsRejectedRowsOnlyAsProblems() {
		keep(Rows.matched(Rows.row(1, Map.of(), RowProblem.PHONE_INVALID, RowProblem.EMAIL_INVALID), Rows.user("kim"),
				Map.of()));
		assertThat(people(this.run.id())).isEmpty();
		try (Cursor<ReportStore.ProblemEntry> problems = this.runs.ledger().reports().problems(this.run.id())) {
			assertThat(Runs.all(problems)).extracting(ReportStore.ProblemEntry::problem)
				.containsExactly("phone-invalid", "email-invalid");
		}
		assertThat(this.runs.ledger().figures().rowProblems(this.run.id())).containsEntry("phone-invalid", 1)
			.hasSize(2);
	}

	@Test
	void tellsHowManyValuesWereFoundInACellAndHandsItOnToWhoeverAppliesThePlan() {
		keep(Rows.matched(Rows.mobile(1, 1)
			.withProblem(new HrRow.Problem("Mail", RowProblem.EMAIL_INVALID, false, 3))
			.withProblem(new HrRow.Problem("Werk", RowProblem.PHONE_KIND)), Rows.user("kim"), Map.of()));
		RunRecord applying = this.runs.begin(RunMode.APPLY);
		this.decisions.inherit(this.run.id(), applying.id());
		for (String id : List.of(this.run.id(), applying.id())) {
			try (Cursor<ReportStore.ProblemEntry> problems = this.runs.ledger().reports().problems(id)) {
				assertThat(Runs.all(problems)).extracting(ReportStore.ProblemEntry::found).containsExactly(3, 1);
			}
		}
	}

	@Test
	void countsRejectedRecordsNotProblems() {
		this.runs.ledger()
			.files()
			.receive(this.run.id(), new FeedFileRecord("hr.csv", "", "0", new FileStamp(1, Runs.START, ""), "", "", 3,
					0, FeedFileRecord.Disposition.ARCHIVED, Optional.empty(), false, Optional.empty()));
		keep(Rows.matched(Rows.row(1, Map.of(), RowProblem.PHONE_INVALID, RowProblem.EMAIL_INVALID), Rows.user("kim"),
				Map.of()), Rows.matched(Rows.mobile(2, 1, RowProblem.EMAIL_INVALID), Rows.user("sam"), Map.of()));
		this.runs.ledger().files().countRejected(this.run.id());
		assertThat(this.runs.ledger().files().of(this.run.id()).get(0).rejected()).isEqualTo(1);
	}

	@Test
	void countsRowsByWordAndPeopleOnce() {
		keep(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"), ADD_MOBILE),
				Rows.matched(Rows.mobile(2, 1, RowProblem.DUPLICATE_ROW), Rows.user("kim"), Map.of()),
				Rows.matched(Rows.mobile(3, 3), Rows.user("glass", true), Map.of()));
		assertThat(this.runs.ledger().figures().decisions(this.run.id())).containsOnly(Map.entry("matched", 2),
				Map.entry("protected", 1));
		assertThat(this.runs.ledger().figures().barriers(this.run.id())).containsOnly(Map.entry("excluded", 1));
		assertThat(this.runs.ledger().figures().leftAlone(this.run.id())).containsOnly(Map.entry("no-value", 1));
		assertThat(this.runs.ledger().figures().matchedPeople(this.run.id())).isEqualTo(1);
	}

	@Test
	void leavesOutAPersonButTellsWhatWasSentBefore() {
		keep(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"), Map.of(MethodKind.MOBILE,
				new Decision(Reason.NOT_REGISTERED), MethodKind.EMAIL, new Decision(Reason.NOT_REGISTERED))));
		this.runs.ledger()
			.changes()
			.plan(this.run, List.of(Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.add("kim", MethodKind.EMAIL, 1)));
		this.runs.ledger().changes().sent(Map.of(this.runs.changes(this.run).get(0).id(), "request"), List.of());
		this.runs.changes(this.run).forEach((change) -> this.runs.ledger().changes().withdraw(change.id()));
		this.decisions.leaveOut(this.run.id(), new ObjectId("kim"), MatchDecision.PROTECTED,
				Optional.of(WriteBlock.ADMIN_ROLE));
		assertThat(people(this.run.id())).singleElement().satisfies((kim) -> {
			assertThat(kim.decision()).isEqualTo("protected");
			assertThat(kim.reason()).isEqualTo("admin-role");
			assertThat(kim.methods())
				.containsOnly(Map.entry(MethodKind.MOBILE, new MethodEntry("add", "not-registered", "sent")));
		});
	}

	@Test
	void redecidesOnlyTheRowThatCounts() {
		keep(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"), ADD_MOBILE),
				Rows.matched(Rows.mobile(2, 1, RowProblem.DUPLICATE_ROW), Rows.user("kim"), Map.of()));
		this.decisions.redecide(this.run.id(), new ObjectId("kim"), MethodKind.MOBILE,
				new Decision(Reason.ALREADY_REGISTERED));
		assertThat(people(this.run.id())).extracting((kim) -> kim.methods().containsKey(MethodKind.MOBILE))
			.containsExactly(true, false);
		assertThat(this.runs.ledger().figures().leftAlone(this.run.id())).containsEntry("already-registered", 1);
	}

	@Test
	void givesAnApplyingRunTheDecisionsOfItsPlan() {
		keep(Rows.matched(Rows.mobile(1, 1, RowProblem.EMAIL_INVALID), Rows.user("kim"), ADD_MOBILE));
		RunRecord apply = this.runs.begin(RunMode.APPLY);
		this.decisions.inherit(this.run.id(), apply.id());
		this.decisions.inherit(this.run.id(), apply.id());
		assertThat(people(apply.id())).isEqualTo(people(this.run.id()));
		assertThat(this.runs.ledger().figures().rowProblems(apply.id())).containsOnly(Map.entry("email-invalid", 1));
		this.decisions.forget(apply.id());
		assertThat(people(apply.id())).isEmpty();
		assertThat(people(this.run.id())).hasSize(1);
	}

	@Test
	void drawsTheTrendOfFinishedRunsOldestFirst() {
		List<RunMode> modes = List.of(RunMode.RUN, RunMode.PLAN, RunMode.UNDO_DRY_RUN, RunMode.RUN);
		for (int day = 0; day < modes.size(); day++) {
			RunRecord night = this.runs.begin(modes.get(day), Runs.START.plusSeconds(86400L * day), Optional.empty());
			this.runs.ledger()
				.papers()
				.keep(night.id(), RunDocuments.Document.REPORT,
						"{\"coverage\": {\"percent\": " + ((day == 0) ? "null" : "12.5") + "}}");
			this.runs.finish(night);
		}
		assertThat(this.runs.ledger().reports().trend(this.runs.name(), this.runs.name(), 30))
			.extracting((point) -> point.percent().isPresent())
			.containsExactly(false, true);
		assertThat(this.runs.ledger().reports().trend(this.runs.name(), this.runs.name(), 1)).hasSize(1);
	}

}
