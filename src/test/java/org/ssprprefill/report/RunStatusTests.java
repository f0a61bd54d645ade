package org.ssprprefill.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.message.Message;
import org.ssprprefill.report.FeedSection.Disposition;

import static org.assertj.core.api.Assertions.assertThat;

class RunStatusTests {

	private static final MethodCounts ONE = new MethodCounts(1, 0, 0, 0);

	private static final OutcomeSection DRIFTED = outcomes(MethodCounts.NONE, ONE, MethodCounts.NONE,
			MethodCounts.NONE);

	private static OutcomeSection outcomes(MethodCounts rejected, MethodCounts drifted, MethodCounts missing,
			MethodCounts unknown) {
		return new OutcomeSection(MethodCounts.NONE, drifted, missing, rejected, unknown, List.of());
	}

	private static FeedSection feed(int rejected, Map<String, Integer> problems, boolean stale) {
		return new FeedSection(List.of(), rejected, 0, rejected, problems, stale, Map.of());
	}

	private static int exitCode(FeedSection feed, OutcomeSection outcomes, boolean refused, boolean held,
			boolean belowTarget) {
		RunReport empty = RunReports.empty();
		RunReport report = new RunReport(empty.run(), feed, empty.matching(), empty.plan(), outcomes, empty.licence(),
				empty.coverage(), empty.checks(), empty.graph(), empty.steps());
		return RunStatus.of(report, refused, held, belowTarget).exitCode();
	}

	private static int exitCode(FeedSection feed, OutcomeSection outcomes) {
		return exitCode(feed, outcomes, false, false, false);
	}

	@Test
	void ranksTheEndingsAsTheyArePromised() {
		assertThat(Stream.of(RunStatus.values()).map(RunStatus::exitCode)).containsExactly(1, 7, 3, 5, 4, 8, 0);
	}

	@Property
	void takesTheHighestRankingOfAllThatApply(@ForAll boolean refused, @ForAll boolean held, @ForAll boolean drifted,
			@ForAll boolean rejected, @ForAll boolean belowTarget) {
		int expected = refused ? 7 : held ? 3 : drifted ? 5 : rejected ? 4 : belowTarget ? 8 : 0;
		FeedSection feed = feed(rejected ? 1 : 0, Map.of(), false);
		assertThat(exitCode(feed, drifted ? DRIFTED : OutcomeSection.NONE, refused, held, belowTarget))
			.isEqualTo(expected);
	}

	@Test
	void answersFiveForEverythingThatReadBackCouldNotConfirm() {
		assertThat(exitCode(FeedSection.NONE, DRIFTED)).isEqualTo(5);
		assertThat(exitCode(FeedSection.NONE, outcomes(MethodCounts.NONE, MethodCounts.NONE, ONE, MethodCounts.NONE)))
			.isEqualTo(5);
		assertThat(exitCode(FeedSection.NONE, outcomes(MethodCounts.NONE, MethodCounts.NONE, MethodCounts.NONE, ONE)))
			.isEqualTo(5);
	}

	@Test
	void answersFourForRejectedChangesAStaleFeedAndRefusedFiles() {
		assertThat(exitCode(FeedSection.NONE, outcomes(ONE, MethodCounts.NONE, MethodCounts.NONE, MethodCounts.NONE)))
			.isEqualTo(4);
		assertThat(exitCode(feed(0, Map.of(), true), OutcomeSection.NONE)).isEqualTo(4);
		FeedSection.FeedFile file = new FeedSection.FeedFile("hr.csv", "", "", "", 0, 0, 0, Disposition.REFUSED,
				Optional.of(Message.of("refused.no-header")));
		assertThat(exitCode(new FeedSection(List.of(file), 0, 0, 0, Map.of(), false, Map.of()), OutcomeSection.NONE))
			.isEqualTo(4);
	}

	@Test
	void forgivesDuplicatesOnly() {
		assertThat(exitCode(feed(0, Map.of("duplicate-row", 3), false), OutcomeSection.NONE)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "phone-invalid", "email-shared", "conflicting-rows" })
	void answersFourForAValueThatWasRejected(String problem) {
		assertThat(exitCode(feed(0, Map.of(problem, 1), false), OutcomeSection.NONE)).isEqualTo(4);
	}

	@ParameterizedTest
	@CsvSource({ "0, 8, 8", "8, 4, 4", "4, 5, 5", "5, 3, 3", "3, 7, 7", "7, 1, 1", "0, 1, 1", "4, 4, 4" })
	void theWorseOfTwoRunsIsTheCommandsEnding(int milder, int worse, int answer) {
		assertThat(RunStatus.outranking(milder, worse)).isEqualTo(answer);
		assertThat(RunStatus.outranking(worse, milder)).isEqualTo(answer);
	}

}
