package org.ssprprefill.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PrintedNumbersTests {

	@ParameterizedTest
	@MethodSource("org.ssprprefill.report.RunReports#all")
	void theReportAndTheLastWordsPrintNoNumberThatIsNotInTheJson(RunReport report) {
		String json = new JsonReportWriter().write(report);
		PrintedNumbers.assertTold(Pages.of(Language.EN, report, List.of()), json);
		PrintedNumbers.assertTold(
				String.join("\n", ConsoleSummary.lines(report, Path.of("reports"), Language.EN, "", Optional.empty())),
				json);
	}

	@Test
	void wouldSeeANumberOfItsOwn() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> PrintedNumbers.assertTold("<p>1,234 people</p>", "{\"people\": 1235}"));
	}

}
