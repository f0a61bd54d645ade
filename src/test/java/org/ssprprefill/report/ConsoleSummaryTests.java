package org.ssprprefill.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssprprefill.match.WriteBlock;
import org.ssprprefill.coverage.Share;
import org.ssprprefill.plan.Action;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.report.RunSection.Mode;
import org.ssprprefill.report.RunSection.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleSummaryTests {

	private static final Path PLACE = Path.of("reports", "20261122-020000-7f3a", "report.html");

	static Stream<Arguments> goldenNights() {
		return Map
			.of("quiet", RunReports.quiet(), "ordinary", RunReports.ordinary(), "held", RunReports.held(), "refused",
					RunReports.refused(), "failed", RunReports.failed())
			.entrySet()
			.stream()
			.map((night) -> Arguments.of(night.getKey(), night.getValue()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("goldenNights")
	void saysWhatHappenedWhoIsNeededAndWhereTheReportIs(String night, RunReport report) throws IOException {
		assertThat(String.join("\n", ConsoleSummary.lines(report, PLACE, Language.EN, "", Optional.empty())) + "\n")
			.isEqualTo(golden(night));
	}

	@ParameterizedTest
	@MethodSource("org.ssprprefill.report.RunReports#all")
	void fitsInTwelveLines(RunReport report) {
		assertThat(ConsoleSummary.lines(report, PLACE, Language.EN, "", Optional.empty())).hasSizeBetween(2, 12)
			.doesNotContain("");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "0|All is well: there was nothing to write.", "1|Failed: the run broke off", "3|Held: ",
					"4|Done, and ", "5|Done, but read-back found 0 written methods", "7|Refused: ",
					"8|Done, but coverage is not measurable" })
	void everyExitCodeHasItsWords(int exitCode, String words) {
		RunReport report = RunReports.with(RunReports.empty(),
				RunReports.run(Mode.RUN, (exitCode == 0) ? Outcome.DONE : Outcome.ATTENTION, exitCode));
		assertThat(ConsoleSummary.lines(report, PLACE, Language.EN, "", Optional.empty()).get(0)).startsWith(words);
	}

	@ParameterizedTest
	@CsvSource({ "942, 1000, 94.2%", "2374, 2500, 94.96%", "18999, 20000, 94.995%", "2, 3, 66.7%" })
	void aShareUnderTheTargetIsNotRoundedUpToIt(int canReset, int population, String told) {
		RunReport night = RunReports.ordinary();
		CoverageSection known = night.coverage();
		CoverageSection coverage = new CoverageSection(true, population, canReset,
				new Share(canReset, population).percent(), OptionalDouble.of(95), known.registrationReportAsOf(),
				known.reasons(), known.fromFebruary2027(), known.groups(), known.trend(), known.effectiveness(),
				known.timeline(), known.phoneOnly());
		RunReport report = new RunReport(RunReports.run(Mode.RUN, Outcome.ATTENTION, 8), night.feed(), night.matching(),
				night.plan(), night.outcomes(), night.licence(), coverage, night.checks(), night.graph(),
				night.steps());
		assertThat(ConsoleSummary.lines(report, PLACE, Language.EN, "", Optional.empty())).first()
			.isEqualTo("Done, but coverage is " + told + ", under the target of 95%.");
	}

	@Test
	void aPlanSaysHowToApplyIt() {
		RunReport plan = RunReports.with(RunReports.ordinary(), RunReports.run(Mode.PLAN, Outcome.DONE, 0));
		List<String> lines = ConsoleSummary.lines(plan, PLACE, Language.EN, "", Optional.empty());
		assertThat(lines).first().isEqualTo("The plan is ready: 69 changes for 43 people. Nothing was written.");
		assertThat(lines).last().isEqualTo("Next: review the report, then: sspr-prefill apply 20261122-020000-7f3a");
		assertThat(ConsoleSummary.lines(plan, PLACE, Language.EN, "--home /srv/sspr", Optional.empty())).last()
			.isEqualTo("Next: review the report, then: sspr-prefill apply 20261122-020000-7f3a --home /srv/sspr");
		assertThat(lines).anySatisfy((line) -> assertThat(line).startsWith("Would register: "))
			.anySatisfy((line) -> assertThat(line).startsWith("People left out: "))
			.anySatisfy((line) -> assertThat(line).startsWith("Methods left as they are: "));
	}

	@Test
	void anAppliedPlanIsNotOfferedAgain() {
		RunReport plan = RunReports.with(RunReports.ordinary(), RunReports.run(Mode.PLAN, Outcome.DONE, 0));
		assertThat(
				ConsoleSummary.lines(plan, PLACE, Language.EN, "--home /srv/sspr", Optional.of("20261122-031500-0b1c")))
			.last()
			.isEqualTo("This plan was applied by run 20261122-031500-0b1c. "
					+ "Its report: sspr-prefill report 20261122-031500-0b1c --home /srv/sspr");
	}

	@Test
	void aPlanThatRejectedSomethingSaysFirstWhatItWouldDo() {
		RunReport plan = RunReports.with(RunReports.ordinary(), RunReports.run(Mode.PLAN, Outcome.ATTENTION, 4));
		assertThat(ConsoleSummary.lines(plan, PLACE, Language.EN, "", Optional.empty())).first()
			.asString()
			.startsWith("Planned: 69 changes for 43 people; ")
			.endsWith(" Nothing was written.");
	}

	@ParameterizedTest
	@CsvSource({ "HTML, report.html", "JSON, report.json", "CSV, ''" })
	void leadsToWhatThereIs(ReportSettings.Format format, String name) {
		Path folder = Path.of("reports", "20261122-020000-7f3a");
		ReportSettings settings = new ReportSettings(Path.of("reports"), Set.of(format), Language.EN);
		assertThat(settings.place(folder)).isEqualTo(folder.resolve(name));
	}

	@Test
	void everyGapHasWordsRemedyAndOwner() {
		for (String gap : List.of("disabled", "not-allowed-by-policy", "admin-reset-off", "writeback-off",
				"not-licensed", "no-method", "second-method-missing", "method-not-allowed-by-policy",
				"not-measurable")) {
			assertThat(List.of(Texts.in(Language.EN).gap(gap), Texts.in(Language.EN).gapRemedy(gap),
					Texts.in(Language.EN).owner(Texts.in(Language.EN).gapOwner(gap))))
				.doesNotContain("");
		}
	}

	@Test
	void everyReasonAndBarrierHasWords() {
		Arrays.stream(WriteBlock.values())
			.forEach((barrier) -> assertThat(Texts.in(Language.EN).barrier(barrier.word())).isNotEmpty());
		Arrays.stream(Reason.values())
			.filter((reason) -> reason.action() == Action.NONE)
			.forEach((reason) -> assertThat(Texts.in(Language.EN).none(reason.word())).isNotEmpty());
	}

	private static String golden(String night) throws IOException {
		try (var text = ConsoleSummaryTests.class.getResourceAsStream("/report/closing-" + night + ".txt")) {
			return new String(Objects.requireNonNull(text, night).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
