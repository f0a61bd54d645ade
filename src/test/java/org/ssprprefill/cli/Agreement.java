package org.ssprprefill.cli;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.report.CoverageSection;
import org.ssprprefill.report.FeedSection;
import org.ssprprefill.report.MatchingSection;
import org.ssprprefill.report.MethodCounts;
import org.ssprprefill.report.OutcomeSection;
import org.ssprprefill.report.PeopleOfPage;
import org.ssprprefill.report.PrintedNumbers;
import org.ssprprefill.report.ReportSchema;
import org.ssprprefill.report.RunReport;
import org.ssprprefill.report.RunSection.Mode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every report whatever the night was like: it fits the schema, its files
 * say the same, and the sums of one are the counts of the other.
 */
final class Agreement {

	private static final Set<Integer> NOTHING_APPLIED = Set.of(1, 3, 7);

	private final RunReport report;

	private final List<Map<String, String>> people;

	private Agreement(Outcome outcome) {
		this.report = outcome.report();
		this.people = outcome.people();
	}

	static void check(Outcome outcome) {
		if (!outcome.hasReport()) {
			return;
		}
		ReportSchema.assertValid(outcome.out());
		assertThat(outcome.file("report.json").strip()).isEqualTo(outcome.out().strip());
		Agreement agreement = new Agreement(outcome);
		agreement.rows();
		for (MethodKind kind : MethodKind.values()) {
			agreement.methods(kind);
		}
		agreement.coverage();
		agreement.sums();
		if (Files.exists(outcome.folder().resolve("report.html"))) {
			String page = outcome.file("report.html");
			agreement.listed(PeopleOfPage.read(page));
			// Other languages write numbers in other ways
			if (page.contains("<html lang=\"en\">")) {
				PrintedNumbers.assertTold(page, outcome.out());
			}
		}
	}

	/** The parts of everything that is divided add up to the whole. */
	private void sums() {
		CoverageSection coverage = this.report.coverage();
		assertThat(coverage.reasons().values().stream().mapToInt(Integer::intValue).sum() + coverage.canReset())
			.isEqualTo(coverage.population());
		assertThat(coverage.groups().stream().mapToInt(CoverageSection.GroupLine::population).sum())
			.isLessThanOrEqualTo(coverage.population());
		assertThat(coverage.groups().stream().mapToInt(CoverageSection.GroupLine::canReset).sum())
			.isLessThanOrEqualTo(coverage.canReset());
		assertThat(coverage.fromFebruary2027().canReset()).isLessThanOrEqualTo(coverage.canReset());
		assertThat(coverage.effectiveness().registeredInReport())
			.isLessThanOrEqualTo(coverage.effectiveness().confirmedLongEnoughAgo());
		FeedSection feed = this.report.feed();
		assertThat(feed.files().stream().mapToInt(FeedSection.FeedFile::rows).sum()).isEqualTo(feed.rows());
		assertThat(feed.files().stream().mapToInt(FeedSection.FeedFile::accepted).sum()).isEqualTo(feed.accepted());
		MatchingSection matching = this.report.matching();
		assertThat(matching.reasons().values().stream().mapToInt(Integer::intValue).sum())
			.isEqualTo(matching.protectedPeople() + matching.outOfScope());
	}

	/**
	 * Whoever is counted as unable to reset, or as somebody's row, is listed in the page.
	 */
	private void listed(Map<String, Integer> matters) {
		Map<String, Integer> counted = new HashMap<>(this.report.coverage().reasons());
		counted.put("unmatched", this.report.matching().unmatched());
		counted.put("ambiguous", this.report.matching().ambiguous());
		counted.values().removeIf((count) -> count == 0);
		assertThat(matters).containsAllEntriesOf(counted);
	}

	private void rows() {
		assertThat(count("decision", "matched")).isEqualTo(this.report.matching().matched());
		assertThat(count("decision", "unmatched")).isEqualTo(this.report.matching().unmatched());
		assertThat(count("decision", "ambiguous")).isEqualTo(this.report.matching().ambiguous());
		assertThat(count("decision", "protected")).isEqualTo(this.report.matching().protectedPeople());
		assertThat(count("decision", "out-of-scope")).isEqualTo(this.report.matching().outOfScope());
		assertThat(this.report.feed().accepted() + this.report.feed().rejected()).isEqualTo(this.report.feed().rows());
	}

	private void methods(MethodKind kind) {
		String column = kind.word().replace('-', '_');
		OutcomeSection outcomes = this.report.outcomes();
		assertThat(count(column + "_action", "add")).isEqualTo(this.report.plan().add().of(kind));
		assertThat(count(column + "_action", "update")).isEqualTo(this.report.plan().update().of(kind));
		Map<String, MethodCounts> counts = Map.of("confirmed", outcomes.confirmed(), "drifted", outcomes.drifted(),
				"missing", outcomes.missing(), "rejected", outcomes.rejected(), "unknown", outcomes.unknown());
		counts.forEach((word, count) -> assertThat(count(column + "_outcome", word)).isEqualTo(count.of(kind)));
		boolean rehearsed = this.report.run().mode() == Mode.UNDO && outcomes.total() == 0;
		if (this.report.run().mode() != Mode.PLAN && !rehearsed
				&& !NOTHING_APPLIED.contains(this.report.run().exitCode())) {
			assertThat(counts.values().stream().mapToInt((count) -> count.of(kind)).sum())
				.isEqualTo(this.report.plan().add().of(kind) + this.report.plan().update().of(kind));
		}
	}

	private void coverage() {
		Set<String> able = this.people.stream()
			.filter((line) -> line.get("can_reset").equals("yes"))
			.map((line) -> line.get("object_id"))
			.collect(Collectors.toSet());
		// Disabled people are listed with their gap, and not counted
		Set<String> measured = this.people.stream()
			.filter((line) -> !line.get("can_reset").isEmpty() && !line.get("gap").equals("disabled"))
			.map((line) -> line.get("object_id"))
			.collect(Collectors.toSet());
		// People outside the group of the scope are judged too, and not counted
		assertThat(able).hasSizeGreaterThanOrEqualTo(this.report.coverage().canReset());
		assertThat(measured).hasSizeGreaterThanOrEqualTo(this.report.coverage().population());
		assertThat(this.report.licence().entitled() + this.report.licence().notEntitled())
			.isEqualTo(this.report.coverage().population());
	}

	private int count(String column, String word) {
		return (int) this.people.stream().filter((line) -> word.equals(line.get(column))).count();
	}

}
