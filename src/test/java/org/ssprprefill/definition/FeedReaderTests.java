package org.ssprprefill.definition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.Country;
import org.ssprprefill.feed.FeedSettings;
import org.ssprprefill.feed.Field;
import org.ssprprefill.feed.OpenPgp;

import static org.assertj.core.api.Assertions.assertThat;

class FeedReaderTests {

	@TempDir
	Path folder;

	TestJob job;

	@BeforeEach
	void makeJob() {
		this.job = new TestJob(this.folder);
	}

	@Test
	void hasTheDocumentedDefaults() {
		FeedSettings feed = this.job.valid(TestJob.SMALLEST).feed();
		assertThat(feed.files()).isEqualTo("*.csv");
		assertThat(feed.settledFor()).isEqualTo(Duration.ofSeconds(60));
		assertThat(feed.newestWithin()).isEqualTo(Duration.ofHours(36));
		assertThat(feed.checksumRequired()).isFalse();
		assertThat(feed.charset()).isEmpty();
		assertThat(feed.delimiter()).isEmpty();
		assertThat(feed.defaultCountry()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0s,PT0S", "15m,PT15M", "36h,PT36H", "90d,PT2160H" })
	void readsDurations(String text, Duration duration) {
		assertThat(feed("settled-for: " + text).settledFor()).isEqualTo(duration);
	}

	@ParameterizedTest
	@ValueSource(strings = { "60", "1w", "-5s", "1.5h", "PT1H", "36 h", "99999999999999d" })
	void refusesOtherDurations(String text) {
		assertThat(problem("newest-within: " + text).problem()).isEqualTo("is not a length of time");
	}

	@Test
	void readsCharsetsByTheirJavaNames() {
		assertThat(feed("charset: utf-16le").charset()).contains(StandardCharsets.UTF_16LE);
		assertThat(feed("charset: auto").charset()).isEmpty();
		assertThat(problem("charset: utf-9").key()).isEqualTo("feed.charset");
		assertThat(problem("charset: 'no such name'").key()).isEqualTo("feed.charset");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', quoteCharacter = '`',
			value = { "',' ,", "';' ;", "'|' |", "'\\t' `\t`", "\"\\t\" `\t`" })
	void readsDelimiters(String text, char delimiter) {
		assertThat(feed("delimiter: " + text).delimiter()).contains(delimiter);
	}

	@ParameterizedTest
	@ValueSource(strings = { "':'", "';;'", "tab", "' '" })
	void refusesOtherDelimiters(String text) {
		assertThat(problem("delimiter: " + text).key()).isEqualTo("feed.delimiter");
	}

	@Test
	void readsWhetherChecksumsAreRequired() {
		assertThat(feed("checksum: required").checksumRequired()).isTrue();
		assertThat(feed("checksum: optional").checksumRequired()).isFalse();
		assertThat(problem("checksum: yes").remedy()).isEqualTo("Use one of: optional, required.");
	}

	@Test
	void readsTheKeyOfEncryptedFiles() {
		this.job.file("hr.asc", "rw-------", OpenPgp.one().privateKey("correct horse battery staple, really"));
		assertThat(feed("pgp-key: ${file:hr.asc}\n  pgp-passphrase: ${SECRET}").pgpKey()).isPresent();
		assertThat(feed("checksum: optional").pgpKey()).isEmpty();
		assertThat(problem("pgp-key: ${file:hr.asc}").problem()).contains("that the passphrase opens");
	}

	@Test
	void readsAKeyThatIsNoTextInUtf8() throws IOException {
		String passphrase = "correct horse battery staple, really";
		byte[] wide = ("\ufeff" + OpenPgp.one().privateKey(passphrase)).getBytes(StandardCharsets.UTF_16LE);
		for (byte[] key : List.of(OpenPgp.one().binaryKey(passphrase), wide)) {
			this.job.file("hr.key", "rw-------", "");
			Files.write(this.job.folder().resolve("hr.key"), key);
			assertThat(feed("pgp-key: ${file:hr.key}\n  pgp-passphrase: ${SECRET}").pgpKey()).isPresent();
		}
	}

	@Test
	void guardsTheKeyOfEncryptedFilesLikeEverySecret() {
		this.job.file("open.asc", "rw-r--r--", OpenPgp.one().privateKey("correct horse battery staple, really"));
		assertThat(problem("pgp-key: ${file:open.asc}\n  pgp-passphrase: ${SECRET}").remedy()).contains("chmod 600");
		assertThat(problem("pgp-key: hr.asc").problem()).contains("secret written into the file");
		assertThat(problem("pgp-passphrase: ${SECRET}").problem()).isEqualTo("opens no key");
	}

	@Test
	void doesWithoutTheKeyOfEncryptedFilesOffline() {
		this.job.file("hr.asc", "rw-------", OpenPgp.one().privateKey("x"));
		String job = TestJob.SMALLEST + "  pgp-key: ${file:hr.asc}\n  pgp-passphrase: ${ABSENT}\n";
		assertThat(TestJob.valid(this.job.loadOffline(job)).feed().pgpKey()).isEmpty();
		assertThat(this.job.problem(job).problem()).contains("ABSENT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "NL", "nl" })
	void readsCountryCodes(String code) {
		assertThat(feed("default-country: " + code).defaultCountry()).contains(new Country("NL"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Netherlands", "N", "XX", "NLD", "31" })
	void refusesOtherCountries(String text) {
		assertThat(problem("default-country: " + text).remedy()).isEqualTo("Give two letters such as NL, DE or US.");
	}

	@Test
	void takesNorwayForNorway() {
		assertThat(feed("default-country: NO").defaultCountry()).contains(new Country("NO"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'[a'", "'sub/*.csv'" })
	void refusesPatternsThatNoFileNameFits(String glob) {
		assertThat(problem("files: " + glob).key()).isEqualTo("feed.files");
	}

	@ParameterizedTest
	@EnumSource(Field.class)
	void readsAHeaderOrAListOfHeadersForEveryField(Field field) {
		String columns = "feed:\n  drop: d\n  columns:\n    employee-id: Nr\n    mobile: M\n";
		String others = columns.replaceAll("    " + field.key() + ":.*\n", "");
		JobDefinition definition = this.job
			.valid("tenant: {simulated: tenant.yaml}\n" + others + "    " + field.key() + ": [One, 'Two (2)']\n");
		assertThat(definition.feed().columns()).containsEntry(field, List.of("One", "Two (2)"));
	}

	@Test
	void refusesAColumnWithoutHeader() {
		assertThat(problem("  name: []").problem()).isEqualTo("names no header");
		assertThat(problem("  name:").problem()).isEqualTo("has no value");
	}

	@Test
	void requiresAColumnThatPeopleAreMatchedBy() {
		assertThat(this.job.problem(TestJob.SMALLEST + "match: {by: [mail, object-id]}").remedy())
			.isEqualTo("Add one of: mail, object-id.");
	}

	@Test
	void requiresAColumnForAMethodThatIsNotOff() {
		assertThat(this.job.problem(TestJob.SMALLEST + "methods: {mobile: off}").remedy())
			.isEqualTo("Add one of: email.");
	}

	@Test
	void acceptsAJobThatOnlyMeasures() {
		assertThat(this.job.problems(TestJob.SMALLEST + "methods: {mobile: off, email: off}")).isEmpty();
	}

	private FeedSettings feed(String line) {
		return this.job.valid(TestJob.SMALLEST + "  " + line + "\n").feed();
	}

	private DefinitionProblem problem(String line) {
		return this.job.problem(TestJob.SMALLEST + "  " + line + "\n");
	}

}
