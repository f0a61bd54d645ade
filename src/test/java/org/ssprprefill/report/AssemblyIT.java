package org.ssprprefill.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.coverage.Coverage;
import org.ssprprefill.coverage.CoverageRules;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.coverage.Share;
import org.ssprprefill.coverage.SsprSettings;
import org.ssprprefill.feed.FileStamp;
import org.ssprprefill.feed.RowProblem;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.FeedFileRecord;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.PopulationMember;
import org.ssprprefill.ledger.Rows;
import org.ssprprefill.ledger.RunDocuments.Document;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.Settlement;
import org.ssprprefill.ledger.StagedFile;
import org.ssprprefill.ledger.VerdictStore.PersonVerdict;
import org.ssprprefill.ledger.Wishes;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.report.ReportSettings.Format;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Traffic;
import org.ssprprefill.timeline.OwnTelecomProvider;
import org.ssprprefill.timeline.Timeline;

import static org.assertj.core.api.Assertions.assertThat;

/** The report of a night in the ledger, and the files it becomes. */
class AssemblyIT {

	private final Runs runs = new Runs();

	private final Ledger ledger = this.runs.ledger();

	private final RunRecord run = this.runs.begin(RunMode.RUN);

	@TempDir
	private Path folder;

	private void night() {
		file("hr.csv", FeedFileRecord.Disposition.ARCHIVED, 4);
		file("bad.csv", FeedFileRecord.Disposition.REFUSED, 0);
		Decision add = new Decision(Reason.NOT_REGISTERED);
		this.ledger.decisions()
			.keep(this.run.id(),
					List.of(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"), Map.of(MethodKind.MOBILE, add)),
							Rows.matched(Rows.mobile(2, 1, RowProblem.DUPLICATE_ROW), Rows.user("kim"), Map.of()),
							Rows.matched(Rows.mobile(3, 3), Rows.user("glass", true), Map.of()),
							Rows.matched(Rows.row(4, Map.of(), RowProblem.PHONE_INVALID), Rows.user("sam"), Map.of())),
					List.of());
		this.ledger.changes()
			.plan(this.run, List.of(Wishes.add("kim", MethodKind.MOBILE, 1),
					Wishes.update("kim", MethodKind.EMAIL, 1, 2), Wishes.unread("lee", MethodKind.MOBILE)));
		List<ChangeEntry> changes = this.runs.changes(this.run);
		this.ledger.changes().confirm(List.of(changes.get(0).id()));
		this.ledger.changes()
			.settle(List.of(new Settlement(changes.get(1).id(), ChangeState.REJECTED, OptionalInt.of(503), "busy")));
		this.ledger.files().countRejected(this.run.id());
	}

	private void file(String name, FeedFileRecord.Disposition disposition, long rows) {
		this.ledger.files()
			.receive(this.run.id(), new FeedFileRecord(name, "", "0".repeat(64), new FileStamp(1, Runs.START, ""), "",
					"", 0, 0, disposition, Optional.empty(), false, Optional.empty()));
		if (rows > 0) {
			this.ledger.files()
				.staged(this.run.id(), name, new StagedFile("0".repeat(64), "UTF-8", ";", rows, Map.of()));
		}
	}

	private void measured(int canReset, int population, OptionalInt target) {
		Share share = new Share(canReset, population);
		Coverage coverage = new Coverage(share, Map.of("no-method", (long) population - canReset), List.of(), share, 0,
				0, Map.of("Sales", share), Share.EMPTY, 0, new Coverage.PhoneOnly(0, 0), Map.of());
		MeasuredSections sections = MeasuredSections.of(coverage, new Answer.Read<>(List.of()),
				new CoverageRules(new SsprSettings(1, SsprSettings.Writeback.ON, OwnTelecomProvider.NONE,
						Optional.empty(), Ruling.YES, target), Timeline.EMPTY, LocalDate.EPOCH),
				Optional.of(Runs.START));
		this.ledger.papers().keep(this.run.id(), Document.COVERAGE, sections.write());
	}

	private RunReport report() {
		return new Assembly(this.ledger, this.runs.now(this.run.id())).finished(List.of(), Runs.START.plusSeconds(90));
	}

	private void verdict(String user, String gap) {
		PopulationMember member = new PopulationMember(new ObjectId(user), user + "@contoso.com", Optional.empty(),
				Rows.user(user).standing(), false, "writeback", Optional.empty(), Set.of(), Set.of(), Map.of(), "");
		this.ledger.verdicts()
			.keep(this.run.id(), List.of(new PersonVerdict(member, "writeback", "no", gap, "no", "Register.")));
	}

	private Path write(Set<Format> formats) {
		return new ReportWriter(this.ledger.reports(), new ReportSettings(this.folder, formats, Language.EN))
			.write(report());
	}

	@Test
	void addsUpTheNight() {
		night();
		this.ledger.papers().traffic(this.run.id(), "one", new Traffic(9, 3, 2, 1, 1, 1500));
		RunReport report = report();
		assertThat(report.feed().rows()).isEqualTo(4);
		assertThat(report.feed().accepted() + report.feed().rejected()).isEqualTo(4);
		assertThat(report.feed().rejected()).isEqualTo(1);
		assertThat(report.feed().problems()).containsOnly(Map.entry("duplicate-row", 1), Map.entry("phone-invalid", 1));
		assertThat(report.matching().matched()).isEqualTo(2);
		assertThat(report.matching().protectedPeople()).isEqualTo(1);
		assertThat(report.matching().reasons()).containsOnly(Map.entry("excluded", 1));
		assertThat(report.plan().add()).isEqualTo(new MethodCounts(2, 0, 0, 0));
		assertThat(report.plan().update()).isEqualTo(new MethodCounts(0, 0, 0, 1));
		assertThat(report.plan().people()).isEqualTo(2);
		assertThat(report.outcomes().confirmed().total()).isEqualTo(1);
		assertThat(report.outcomes().rejected().total()).isEqualTo(2);
		assertThat(report.outcomes().total()).isEqualTo(report.plan().changes());
		assertThat(report.outcomes().errors()).containsExactly(new OutcomeSection.ErrorLine(503, "busy", 2));
		assertThat(report.graph().requests()).isEqualTo(9);
		assertThat(report.run().exitCode()).isEqualTo(4);
		ReportSchema.assertValid(new JsonReportWriter().write(report));
	}

	@Test
	void comparesCoverageWithItsTargetBeforeRounding() {
		measured(949, 1000, OptionalInt.of(95));
		assertThat(report().run().exitCode()).isEqualTo(8);
		measured(950, 1000, OptionalInt.of(95));
		assertThat(report().run().exitCode()).isZero();
		measured(0, 0, OptionalInt.of(95));
		assertThat(report().run().exitCode()).as("nobody misses no target").isZero();
	}

	@Test
	void endsRefusedOrHeldAsTheRunSays() {
		this.ledger.runs().note(this.run.id(), Fact.HELD, true);
		assertThat(report().run().exitCode()).isEqualTo(3);
		this.ledger.runs().note(this.run.id(), Fact.REFUSED, true);
		assertThat(report().run().exitCode()).isEqualTo(7);
	}

	@Test
	void tellsWhatIsKnownOfARunThatFailed() {
		night();
		RunReport report = new Assembly(this.ledger, this.run).brokenOff(RunStatus.FAILED, List.of());
		assertThat(report.run().exitCode()).isEqualTo(1);
		assertThat(report.run().finishedAt()).isEmpty();
		assertThat(report.plan().changes()).isEqualTo(3);
		assertThat(report.coverage()).isEqualTo(CoverageSection.NONE);
	}

	@Test
	void putsTonightAtTheEndOfTheTrend() {
		RunRecord before = this.runs.begin(RunMode.RUN, Runs.START.minus(Duration.ofDays(1)), Optional.empty());
		this.ledger.papers().keep(before.id(), Document.REPORT, "{\"coverage\": {\"percent\": 40.0}}");
		this.runs.finish(before);
		measured(1, 2, OptionalInt.empty());
		assertThat(report().coverage().trend()).extracting(CoverageSection.TrendPoint::percent)
			.containsExactly(OptionalDouble.of(40), OptionalDouble.of(50));
	}

	@Test
	void keepsTheMeasuredSectionsWordForWord() {
		measured(1, 3, OptionalInt.of(95));
		MeasuredSections kept = MeasuredSections
			.read(this.ledger.papers().read(this.run.id(), Document.COVERAGE).orElseThrow());
		assertThat(kept.coverage().percent()).hasValue(33.3);
		assertThat(kept.coverage().groups()).hasSize(1);
		assertThat(kept.coverage().registrationReportAsOf()).contains(Runs.START);
		assertThat(MeasuredSections.read(kept.write())).isEqualTo(kept);
	}

	@Test
	void writesTheFilesThatAreAskedFor() {
		night();
		assertThat(write(EnumSet.allOf(Format.class))).isDirectoryContaining("glob:**/{report.html,metrics.prom}")
			.isDirectoryContaining("glob:**/report.json")
			.isDirectoryContaining("glob:**/people.csv")
			.isDirectoryContaining("glob:**/rejects.csv")
			.isDirectoryContaining("glob:**/people.xlsx")
			.isDirectoryContaining("glob:**/rejects.xlsx");
		assertThat(new ReportWriter(this.ledger.reports(),
				new ReportSettings(this.folder.resolve("other"), Set.of(Format.JSON), Language.EN))
			.write(report())).isDirectoryNotContaining("glob:**/*.{csv,xlsx,html,prom}");
	}

	@Test
	void printsNoContactValueAnywhere() throws Exception {
		night();
		Path written = write(EnumSet.complementOf(EnumSet.of(Format.XLSX)));
		try (var files = Files.list(written)) {
			assertThat(files.toList()).hasSize(5)
				.allSatisfy((file) -> assertThat(Files.readString(file)).doesNotContain("55501", "kim1@", "kim2@"));
		}
	}

	@Test
	void countsSomebodyWithSeveralRowsOnceAmongThoseWhoCannotReset() throws Exception {
		night();
		verdict("kim", "no-method");
		verdict("ann", "not-licensed");
		verdict("old", "disabled");
		Path written = write(Set.of(Format.CSV, Format.HTML));
		assertThat(Files.readAllLines(written.resolve("people.csv"))).hasSize(1 + 3 + 2);
		assertThat(PeopleOfPage.read(Files.readString(written.resolve("report.html"))))
			.isEqualTo(Map.of("no-method", 1, "not-licensed", 1));
	}

	@Test
	void answersEachFileWithItsOwnProblems() throws Exception {
		night();
		new ReportWriter(this.ledger.reports(), new ReportSettings(this.folder, Set.of(Format.XLSX), Language.EN))
			.answer(this.run.id(), "hr.csv", this.folder);
		new ReportWriter(this.ledger.reports(), new ReportSettings(this.folder, Set.of(), Language.EN))
			.answer(this.run.id(), "other.csv", this.folder);
		assertThat(Files.readAllLines(this.folder.resolve("hr.csv.rejects.csv"))).hasSize(3);
		assertThat(Files.readAllLines(this.folder.resolve("other.csv.rejects.csv"))).hasSize(1);
		assertThat(this.folder.resolve("hr.csv.rejects.xlsx")).exists();
		assertThat(this.folder.resolve("other.csv.rejects.xlsx")).doesNotExist();
	}

	@Test
	void tellsHistoryOfRunsWithAndWithoutAReport() {
		History.Entry none = History.entry(this.run, Optional.empty());
		assertThat(none.outcome()).isEmpty();
		assertThat(none.percent()).isEmpty();
		night();
		History.Entry entry = History.entry(this.run, Optional.of(report()));
		assertThat(entry.planned()).isEqualTo(3);
		assertThat(entry.confirmed()).isEqualTo(1);
		assertThat(new History(List.of(entry)).write()).startsWith("{").contains("\"runs\"", this.run.id());
	}

	@Test
	void beganWhenTheRunBegan() {
		assertThat(report().run().startedAt()).isEqualTo(Runs.START);
		assertThat(report().run().finishedAt()).contains(Runs.START.plusSeconds(90));
	}

}
