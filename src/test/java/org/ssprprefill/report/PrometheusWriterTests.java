package org.ssprprefill.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssprprefill.report.RunSection.Mode;
import org.ssprprefill.report.RunSection.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class PrometheusWriterTests {

	private static final Pattern SAMPLE = Pattern.compile(
			"([a-z_]+)(\\{[a-z_]+=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"(?:,[a-z]+=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\")*})"
					+ " (-?[0-9.E+-]+)");

	@ParameterizedTest
	@MethodSource("org.ssprprefill.report.RunReports#all")
	void everyFamilyHasHelpAndTypeBeforeItsSamples(RunReport report) {
		assertThat(samples(new PrometheusWriter().write(report))).isNotEmpty();
	}

	@Test
	void saysHowTheRunEndedAndWhatItCovered() {
		assertThat(samples(new PrometheusWriter().write(RunReports.ordinary())))
			.containsEntry("sspr_prefill_run_exit_code{sspr_job=\"nightly\"}", 4.0)
			.containsEntry("sspr_prefill_run_duration_seconds{sspr_job=\"nightly\"}", 94.0)
			.containsEntry("sspr_prefill_run_started_timestamp_seconds{sspr_job=\"nightly\"}", 1795312800.0)
			.containsEntry("sspr_prefill_outcomes{sspr_job=\"nightly\",outcome=\"confirmed\",method=\"email\"}", 37.0)
			.containsEntry("sspr_prefill_coverage_gaps{sspr_job=\"nightly\",gap=\"no-method\"}", 5.0)
			.hasEntrySatisfying("sspr_prefill_coverage_ratio{sspr_job=\"nightly\",from=\"today\"}",
					(ratio) -> assertThat(ratio).isBetween(0.812, 0.814));
	}

	@Test
	void leavesOutWhatIsNotMeasured() {
		assertThat(new PrometheusWriter().write(RunReports.failed())).doesNotContain("coverage_ratio")
			.doesNotContain("run_finished");
	}

	@Test
	void explainsAFamilyInTheSameWordsForEveryJob() {
		Map<String, Set<String>> explanations = new HashMap<>();
		RunReports.all()
			.stream()
			.flatMap((report) -> new PrometheusWriter().write(report).lines())
			.filter((line) -> line.startsWith("# "))
			.forEach((line) -> explanations
				.computeIfAbsent(line.substring(0, line.indexOf(' ', 8)), (it) -> new HashSet<>())
				.add(line));
		assertThat(explanations).isNotEmpty().allSatisfy((family, lines) -> assertThat(lines).hasSize(1));
	}

	@Test
	void keepsTheNewestWholeAtOnePlaceReadableByOthers(@TempDir Path folder) throws IOException {
		Path place = folder.resolve("sspr_prefill_nightly.prom");
		Files.writeString(place, "what an earlier run left");
		assertThat(new MetricsFile(place).write(RunReports.ordinary())).isEmpty();
		assertThat(place).hasContent(new PrometheusWriter().write(RunReports.ordinary()));
		assertThat(Files.getPosixFilePermissions(place)).isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
		assertThat(folder).isDirectoryNotContaining((file) -> !file.equals(place));
		assertThat(new MetricsFile(folder.resolve("none/a.prom")).write(RunReports.ordinary()).orElseThrow())
			.contains("report.metrics-file");
	}

	@Test
	void escapesLabelValues() {
		RunSection run = new RunSection("r", "a\"b\\c\nd", Mode.RUN, "t", "1", RunReports.START, Optional.empty(),
				Outcome.DONE, 0, Optional.empty());
		String text = new PrometheusWriter().write(RunReport.empty(run));
		assertThat(samples(text)).containsKey("sspr_prefill_run_exit_code{sspr_job=\"a\\\"b\\\\c\\nd\"}");
	}

	/** A small reader of the exposition format that accepts nothing odd. */
	private static Map<String, Double> samples(String text) {
		Map<String, Double> samples = new HashMap<>();
		Set<String> helped = new HashSet<>();
		Set<String> typed = new HashSet<>();
		assertThat(text).endsWith("\n");
		for (String line : text.split("\n")) {
			if (line.startsWith("# HELP ")) {
				assertThat(helped.add(line.split(" ", 4)[2])).as(line).isTrue();
			}
			else if (line.startsWith("# TYPE ")) {
				assertThat(line).endsWith(" gauge");
				assertThat(typed.add(line.split(" ")[2])).as(line).isTrue();
			}
			else {
				Matcher sample = SAMPLE.matcher(line);
				assertThat(sample.matches()).as(line).isTrue();
				assertThat(helped).contains(sample.group(1));
				assertThat(typed).contains(sample.group(1));
				assertThat(samples.put(sample.group(1) + sample.group(2), Double.valueOf(sample.group(3)))).isNull();
			}
		}
		return samples;
	}

}
