package org.ssprprefill.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.message.Message;
import org.ssprprefill.report.RunSection.Mode;
import org.ssprprefill.report.RunSection.Outcome;

/** Reports of nights that happen. */
public final class RunReports {

	static final Instant START = Instant.parse("2026-11-22T02:00:00Z");

	private RunReports() {
	}

	static RunSection run(Mode mode, Outcome outcome, int exitCode) {
		return new RunSection("20261122-020000-7f3a", "nightly", mode, "9f1c2d3e-0000-4000-8000-000000000001", "1.0.0",
				START, Optional.of(START.plusSeconds(94)), outcome, exitCode, Optional.empty());
	}

	static RunReport empty() {
		return RunReport.empty(run(Mode.RUN, Outcome.DONE, 0));
	}

	static RunReport quiet() {
		return new RunReport(run(Mode.RUN, Outcome.DONE, 0), FeedSection.NONE, MatchingSection.NONE,
				plan(MethodCounts.NONE, 0, 0), OutcomeSection.NONE, LicenceSection.NONE,
				new CoverageSection(true, 10, 10, OptionalDouble.of(100), OptionalDouble.empty(), Optional.of(START),
						Map.of(), new CoverageSection.Later(10, OptionalDouble.of(100), "both"), List.of(), List.of(),
						new CoverageSection.Effectiveness(0, 0), List.of(), new CoverageSection.PhoneOnly(0, 0)),
				List.of(), TrafficSection.NONE, List.of());
	}

	public static RunReport ordinary() {
		return new RunReport(run(Mode.RUN, Outcome.ATTENTION, 4), feed(), matching(),
				plan(new MethodCounts(31, 0, 0, 38), 69, 43), outcomes(), licence(), coverage(), checks(),
				new TrafficSection(71, 412, 69, 2, 2, 7.4), steps());
	}

	static RunReport held() {
		return new RunReport(run(Mode.RUN, Outcome.HELD, 3), feed(), matching(),
				plan(new MethodCounts(402, 0, 0, 410), 812, 431), OutcomeSection.NONE, licence(), coverage(), checks(),
				TrafficSection.NONE, List.of());
	}

	static RunReport refused() {
		CheckLine failed = new CheckLine("permission-methods", "fail", "Permission to write authentication methods",
				Message.verbatim("The token lacks UserAuthenticationMethod.ReadWrite.All."),
				Optional.of(Message.verbatim("Grant it to the app registration and give admin consent.")),
				Optional.empty());
		return new RunReport(run(Mode.RUN, Outcome.REFUSED, 7), FeedSection.NONE, MatchingSection.NONE,
				PlanSection.NONE, OutcomeSection.NONE, LicenceSection.NONE, CoverageSection.NONE, List.of(failed),
				new TrafficSection(3, 3, 0, 0, 0, 0), List.of());
	}

	static RunReport failed() {
		RunSection run = new RunSection("20261122-020000-7f3a", "nightly", Mode.RUN, "contoso.com", "1.0.0", START,
				Optional.empty(), Outcome.FAILED, 1, Optional.empty());
		return new RunReport(run, feed(), MatchingSection.NONE, PlanSection.NONE, OutcomeSection.NONE,
				LicenceSection.NONE, CoverageSection.NONE, List.of(), TrafficSection.NONE, List.of());
	}

	static RunReport with(RunReport report, RunSection run) {
		return new RunReport(run, report.feed(), report.matching(), report.plan(), report.outcomes(), report.licence(),
				report.coverage(), report.checks(), report.graph(), report.steps());
	}

	/** All of them, for rules that hold for every report. */
	static List<RunReport> all() {
		return List.of(empty(), quiet(), ordinary(), held(), refused(), failed());
	}

	static PersonLine person(String userPrincipalName, String gap) {
		return new PersonLine("hr.csv", OptionalLong.of(7), "id of " + userPrincipalName, userPrincipalName, "E1007",
				"Sales", "matched", "",
				Map.of(MethodKind.MOBILE, new PersonLine.MethodCell("add", "not-registered", "confirmed")), "writeback",
				"no", gap, "no", "Add a private e-mail address.");
	}

	static List<PersonLine> people(int total) {
		return IntStream.range(0, total)
			.mapToObj((i) -> person("person" + i + "@contoso.com", (i % 3 == 0) ? "not-licensed" : "no-method"))
			.toList();
	}

	private static FeedSection feed() {
		return new FeedSection(
				List.of(new FeedSection.FeedFile("personeel-2026-11-21.csv", "a".repeat(64), "UTF-8", ";", 58, 53, 5,
						FeedSection.Disposition.ARCHIVED, Optional.empty()),
						new FeedSection.FeedFile("personal-export.csv", "b".repeat(64), "windows-1252", "\\t", 0, 0, 0,
								FeedSection.Disposition.REFUSED,
								Optional.of(Message.verbatim("the column Personalnummer is missing")))),
				58, 53, 5, Map.of("phone-excel-damaged", 3, "phone-invalid", 1, "email-shared", 2, "no-key", 1), false,
				Map.of("+31", 41, "+49", 7));
	}

	private static MatchingSection matching() {
		return new MatchingSection(44, 2, 1, 4, 2,
				Map.of("admin-role", 2, "admin-eligible", 1, "excluded", 1, "guest", 1, "disabled", 1));
	}

	private static PlanSection plan(MethodCounts add, int changes, int people) {
		return new PlanSection(Optional.of("4c1d"), add, MethodCounts.NONE,
				Map.of("already-registered", 17, "no-value", 9, "method-off", 88), people,
				List.of(new PlanSection.LimitLine("changes", changes, 500, changes > 500),
						new PlanSection.LimitLine("rejected-percent", 8.6, 10, false)));
	}

	private static OutcomeSection outcomes() {
		return new OutcomeSection(new MethodCounts(30, 0, 0, 37), MethodCounts.NONE, MethodCounts.NONE,
				new MethodCounts(1, 0, 0, 1), MethodCounts.NONE,
				List.of(new OutcomeSection.ErrorLine(400, "invalidPhoneNumber", 1),
						new OutcomeSection.ErrorLine(403, "accessDenied", 1)));
	}

	private static LicenceSection licence() {
		return new LicenceSection(true, 60, 4, 2,
				List.of(new LicenceSection.SkuLine("05e9a617-0261-4cee-bb44-138d3ef5d965", "SPE_E3", "Microsoft 365 E3",
						50, 50, LicenceSection.Entitles.WRITEBACK),
						new LicenceSection.SkuLine("f245ecc8-75af-4f8e-b61f-27d8114de5f3", "O365_BUSINESS_PREMIUM",
								"Microsoft 365 Business Standard", 12, 10, LicenceSection.Entitles.CLOUD_RESET)));
	}

	private static CoverageSection coverage() {
		return new CoverageSection(true, 64, 52, OptionalDouble.of(81.3), OptionalDouble.of(95), Optional.of(START),
				Map.of("no-method", 5, "not-licensed", 4, "not-measurable", 3),
				new CoverageSection.Later(39, OptionalDouble.of(60.9), "none"),
				List.of(new CoverageSection.GroupLine("Logistics", 22, 20, OptionalDouble.of(90.9)),
						new CoverageSection.GroupLine("Sales & Service", 31, 25, OptionalDouble.of(80.6)),
						new CoverageSection.GroupLine("", 11, 7, OptionalDouble.of(63.6))),
				List.of(point(12, 22), point(9, 48.4), point(5, 61), point(2, 70.3), point(0, 81.3)),
				new CoverageSection.Effectiveness(118, 117), timeline(), new CoverageSection.PhoneOnly(13, 9));
	}

	private static List<CoverageSection.TimelineEntry> timeline() {
		return List.of(
				new CoverageSection.TimelineEntry(LocalDate.of(2027, 2, 1), List.of("sms", "voice"), "everybody", 39,
						13, OptionalDouble.of(60.9), "concept-sms-voice-retirement"),
				new CoverageSection.TimelineEntry(LocalDate.of(2027, 3, 1), List.of("security-questions"), "everybody",
						38, 1, OptionalDouble.of(59.4), "concept-authentication-security-questions"));
	}

	private static CoverageSection.TrendPoint point(int daysAgo, double percent) {
		return new CoverageSection.TrendPoint("run-" + daysAgo, START.minusSeconds(86_400L * daysAgo),
				OptionalDouble.of(percent));
	}

	private static List<CheckLine> checks() {
		return List.of(new CheckLine("token", "pass", "Sign-in",
				Message.verbatim("A token was issued for the app registration."), Optional.empty(), Optional.empty()),
				new CheckLine("writeback", "warn", "Password writeback",
						Message.verbatim("18 people are hybrid, and nobody said whether writeback is on."),
						Optional.of(Message.verbatim("State sspr.password-writeback in the job definition.")),
						Optional.empty()),
				new CheckLine("eligible-roles", "skipped", "Eligible administrators", Message.verbatim(""),
						Optional.empty(),
						Optional.of("The tenant has no Entra ID P2 licence, so nobody can be eligible.")));
	}

	private static List<StepLine> steps() {
		return List.of(new StepLine("preflightStep", 2.1, 9), new StepLine("stageRowsStep", 0.4, 58),
				new StepLine("applyChangesStep", 61.8, 69), new StepLine("writeReportStep", 0.3, 70));
	}

}
