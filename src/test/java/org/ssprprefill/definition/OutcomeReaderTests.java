package org.ssprprefill.definition;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.coverage.SsprSettings;
import org.ssprprefill.coverage.SsprSettings.Writeback;
import org.ssprprefill.database.LedgerSettings;
import org.ssprprefill.report.Language;
import org.ssprprefill.report.ReportSettings.Format;
import org.ssprprefill.timeline.OwnTelecomProvider;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomeReaderTests {

	@TempDir
	Path folder;

	TestJob job;

	@BeforeEach
	void makeJob() {
		this.job = new TestJob(this.folder);
	}

	@Test
	void hasTheDocumentedDefaults() {
		JobDefinition definition = this.job.valid(TestJob.SMALLEST);
		assertThat(definition.sspr()).isEqualTo(new SsprSettings(1, Writeback.UNKNOWN, OwnTelecomProvider.NONE,
				Optional.empty(), Ruling.YES, OptionalInt.empty()));
		assertThat(definition.report().formats()).containsExactlyInAnyOrder(Format.values());
		assertThat(definition.ledger())
			.isEqualTo(new LedgerSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
	}

	@ParameterizedTest
	@CsvSource({ "on,ON", "off,OFF", "unknown,UNKNOWN" })
	void readsWhatGraphCannotTell(String word, Writeback writeback) {
		assertThat(valid("sspr: {methods-required: 2, password-writeback: " + word
				+ ", own-telecom-provider: voice, own-telecom-group: 5D0E0000-0000-4000-8000-000000000001, office-365-entitles: unknown}\ncoverage: {target: 100}")
			.sspr())
			.isEqualTo(new SsprSettings(2, writeback, OwnTelecomProvider.VOICE,
					Optional.of(new ObjectId("5d0e0000-0000-4000-8000-000000000001")), Ruling.UNKNOWN,
					OptionalInt.of(100)));
	}

	@ParameterizedTest
	@CsvSource({ "none,NONE", "sms,SMS", "voice,VOICE", "both,BOTH", "true,BOTH", "false,NONE" })
	void readsForWhichChannelsTheTenantHasAProvider(String word, OwnTelecomProvider provider) {
		assertThat(valid("sspr: {own-telecom-provider: " + word + "}").sspr().ownTelecomProvider()).isEqualTo(provider);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sspr: {methods-required: 0}", "sspr: {methods-required: 3}",
			"sspr: {password-writeback: true}", "sspr: {own-telecom-provider: soon}",
			"sspr: {office-365-entitles: perhaps}", "sspr: {own-telecom-group: 'our sales people'}",
			"coverage: {target: 101}", "coverage: {target: -1}", "coverage: {target: 95.5}", "report: {formats: [pdf]}",
			"report: {formats: []}", "report: {language: fr}", "report: {directory: ''}",
			"ledger: {url: 'jdbc:h2:mem:x'}" })
	void refusesImpossibleValues(String section) {
		assertThat(this.job.problems(TestJob.SMALLEST + section)).hasSize(1);
	}

	@Test
	void readsTheReport() {
		assertThat(valid("report: {directory: /srv/out, formats: [json, csv], language: nl}").report())
			.satisfies((report) -> {
				assertThat(report.directory()).isEqualTo(Path.of("/srv/out"));
				assertThat(report.formats()).containsExactlyInAnyOrder(Format.JSON, Format.CSV);
				assertThat(report.language()).isEqualTo(Language.NL);
			});
	}

	@Test
	void readsTheLedger() {
		Optional<Secret> secret = Optional.of(Secret.of("correct horse battery staple, really"));
		assertThat(valid("ledger: {url: 'jdbc:postgresql://db.contoso.com/sspr', user: sspr, password: '${SECRET}', "
				+ "key: '${SECRET}'}")
			.ledger())
			.isEqualTo(new LedgerSettings(Optional.of("jdbc:postgresql://db.contoso.com/sspr"), Optional.of("sspr"),
					secret, secret));
	}

	@Test
	void refusesAKeyThatIsTooShort() {
		this.job.file("key", "rw-------", "k".repeat(31));
		assertThat(this.job.problem(TestJob.SMALLEST + "ledger: {key: '${file:key}'}").problem())
			.isEqualTo("is too short to protect contact values");
		this.job.file("key", "rw-------", "k".repeat(32));
		assertThat(valid("ledger: {key: '${file:key}'}").ledger().key()).isPresent();
	}

	private JobDefinition valid(String section) {
		return this.job.valid(TestJob.SMALLEST + section);
	}

}
