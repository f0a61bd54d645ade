package org.ssprprefill.report;

import java.security.MessageDigest;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssprprefill.report.RunSection.Mode;
import org.ssprprefill.report.RunSection.Outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonReportWriterTests {

	private final JsonReportWriter pen = new JsonReportWriter();

	@ParameterizedTest
	@MethodSource("org.ssprprefill.report.RunReports#all")
	void everyReportFollowsTheSchema(RunReport report) {
		ReportSchema.assertValid(this.pen.write(report));
	}

	@ParameterizedTest
	@MethodSource("org.ssprprefill.report.RunReports#all")
	void whatWasWrittenIsReadBackTheSame(RunReport report) {
		String json = this.pen.write(report);
		assertThat(this.pen.read(json)).isEqualTo(report);
		assertThat(this.pen.write(this.pen.read(json))).isEqualTo(json);
	}

	@Test
	void theSchemaIsTheAgreedOne() throws Exception {
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(ReportSchema.text().getBytes(UTF_8));
		assertThat(HexFormat.of().formatHex(hash))
			.isEqualTo("70c4b8ff4bb5dae271ed02b720fec0d293457e8ce7d2cbd6e509a299d1bd5feb");
	}

	@Test
	void theSchemaRefusesAReportWithAForeignWord() {
		String json = this.pen.write(RunReports.ordinary()).replace("\"no-method\"", "\"no-telephone\"");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ReportSchema.assertValid(json));
	}

	@Test
	void theSchemaRefusesAMomentThatIsNone() {
		String json = this.pen.write(RunReports.empty()).replace("2026-11-22T02:00:00Z", "yesterday");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ReportSchema.assertValid(json));
	}

	@Test
	void theSchemaRefusesMoreThanAHundredPercent() {
		String json = this.pen.write(RunReports.ordinary()).replace("81.3", "181.3");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ReportSchema.assertValid(json));
	}

	@Test
	void beginsWithTheVersionAndTheRun() {
		assertThat(this.pen.write(RunReports.empty())).matches("(?s)\\{\\s+\"schemaVersion\" : 2,\\s+\"run\" : .*");
	}

	@Test
	void writesInstantsInUtcAndNothingAsNull() {
		assertThat(this.pen.write(RunReports.failed())).contains("\"startedAt\" : \"2026-11-22T02:00:00Z\"")
			.contains("\"finishedAt\" : null")
			.contains("\"percent\" : null");
	}

	@Test
	void readsAReportOfVersionOneThatTheLedgerStillKeeps() {
		RunReport now = RunReports.ordinary();
		String old = this.pen.write(now)
			.replace("\"schemaVersion\" : 2", "\"schemaVersion\" : 1")
			.replace("\"ownTelecomProvider\" : \"none\"", "\"ownTelecomProvider\" : false")
			.replaceAll("(?s),\\s+\"phonesByCode\" : \\{.*?}", "")
			.replaceAll("(?s),\\s+\"timeline\" : \\[.*?\"phoneOnly\" : \\{.*?}", "");
		assertThat(old).doesNotContain("timeline", "phoneOnly", "phonesByCode");
		RunReport read = this.pen.read(old);
		assertThat(read.coverage().fromFebruary2027()).isEqualTo(now.coverage().fromFebruary2027());
		assertThat(read.coverage().phoneOnly()).isEqualTo(new CoverageSection.PhoneOnly(0, 0));
		ReportSchema.assertValid(this.pen.write(read));
	}

	@Test
	void refusesAnotherVersion() {
		String json = this.pen.write(RunReport.empty(RunReports.run(Mode.RUN, Outcome.DONE, 0)))
			.replace("\"schemaVersion\" : 2", "\"schemaVersion\" : 3");
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> this.pen.read(json))
			.withMessageContaining("version 3");
	}

}
