package org.ssprprefill.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class JobDefinitionsTests {

	@TempDir
	Path folder;

	TestJob job;

	@BeforeEach
	void makeJob() {
		this.job = new TestJob(this.folder);
	}

	@Test
	void reportsAllProblemsAtOnceWithTheirLines() {
		assertThat(this.job.problems("""
				tenant:
				  simulated: tenant.yaml
				  cloud: global
				feed:
				  columns:
				    employee-id: Nr
				    moblie: Mobile
				  settled-for: soon
				limits:
				  changes: many
				  changes: 5
				reprot: {}
				""")).extracting(DefinitionProblem::line, DefinitionProblem::key, DefinitionProblem::value)
			.containsExactly(tuple(3, "tenant.cloud", "global"), tuple(4, "feed.drop", ""),
					tuple(7, "feed.columns.moblie", "Mobile"), tuple(8, "feed.settled-for", "soon"),
					tuple(10, "limits.changes", "many"), tuple(11, "limits.changes", "5"), tuple(12, "reprot", ""));
	}

	@Test
	void saysEachProblemInOneSentenceWithRemedy() {
		DefinitionProblem problem = this.job.problem(TestJob.SMALLEST + "limits:\n  changes: many\n");
		assertThat(problem).hasToString(this.folder.resolve("job.yaml")
				+ ":9: limits.changes: 'many' is not a whole number. Give a count such as 500.");
	}

	@Test
	void namesWhatMustBeThereOfAnEmptyJob() {
		assertThat(this.job.problems("name: empty")).extracting(DefinitionProblem::key)
			.containsExactly("tenant", "feed");
		assertThat(this.job.problems("tenant: {id: contoso.com}\nfeed: {}")).extracting(DefinitionProblem::key)
			.containsExactlyInAnyOrder("tenant.certificate", "feed.drop", "feed.columns");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "tenant:|tenant.certificate tenant.id",
			"tenant: {colour: red}|tenant.certificate tenant.colour tenant.id", "tenant: contoso.com|tenant" })
	void asksForACredentialWhateverElseIsWrongWithTheTenant(String section, String keys) {
		assertThat(this.job.problems(section + "\n" + TestJob.FEED)).extracting(DefinitionProblem::key)
			.containsExactlyInAnyOrder(keys.split(" "));
	}

	@Test
	void namesTheMissingTenantId() {
		assertThat(this.job.problem("tenant: {managed-identity: true}\n" + TestJob.FEED).sentence())
			.contains(":1: tenant.id: is missing. Give the tenant id");
	}

	@ParameterizedTest
	@CsvSource({ "limits: {chnages: 1},limits.changes", "drop: x,feed.drop", "tenants: x,tenant",
			"scope: {Pilot: 3},scope.pilot", "limits: {same_number: 3},limits.same-number",
			"report: {metrics: x},report.metrics-file", "limits: {email: 2},limits.same-email",
			"ledger: {secret: x},notify.webhook.secret" })
	void proposesTheNearestKeyForUnknownOnes(String section, String proposed) {
		assertThat(this.job.problem(TestJob.SMALLEST + section).remedy()).isEqualTo("Did you mean " + proposed + "?");
	}

	@Test
	void listsKnownKeysWhereNoneIsNear() {
		assertThat(this.job.problem(TestJob.SMALLEST + "scope: {zzz: 1}").remedy())
			.isEqualTo("Known here: group, exclude, pilot.");
	}

	@Test
	void keepsFilesForGoodUnlessToldHowLong() {
		assertThat(this.job.valid(TestJob.SMALLEST).feed().keep()).isEmpty();
		assertThat(this.job.valid(TestJob.SMALLEST).report().keep()).isEmpty();
		JobDefinition definition = this.job.valid(TestJob.SMALLEST + "  keep: 30d\nreport: {keep: 12h}");
		assertThat(definition.feed().keep()).contains(Duration.ofDays(30));
		assertThat(definition.report().keep()).contains(Duration.ofHours(12));
		assertThat(definition.fingerprint()).isEqualTo(this.job.valid(TestJob.SMALLEST).fingerprint());
		assertThat(this.job.problem(TestJob.SMALLEST + "report: {keep: 3 months}").remedy()).contains("90d");
	}

	@ParameterizedTest
	@ValueSource(strings = { "limits: 5", "limits: [5]", "scope: {pilot: [1]}", "scope: {exclude: one@contoso.com}",
			"match: {by: employee-id}", "report: {formats: {html: true}}", "? [a, b]\n: c", "name: !!binary aGk=",
			"name: !java.net.URL [x]" })
	void refusesWrongTypes(String section) {
		assertThat(this.job.problems(TestJob.SMALLEST + section)).hasSize(1);
	}

	@Test
	void takesTheJobsNameFromTheFile() {
		assertThat(this.job.valid(TestJob.SMALLEST).name()).isEqualTo("job");
		assertThat(this.job.valid("name: nightly_2.nl\n" + TestJob.SMALLEST).name()).isEqualTo("nightly_2.nl");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../up", "two words", ".hidden", "a/b", "''" })
	void refusesNamesThatAreNoFileNames(String name) {
		assertThat(this.job.problem("name: " + name + "\n" + TestJob.SMALLEST).key()).isEqualTo("name");
	}

	@Test
	void asksForANameWhereTheFilesIsNone() {
		Path file = this.job.file("my job.yaml", "rw-r--r--", TestJob.SMALLEST);
		assertThat(JobDefinitions.load(file, (name) -> Optional.empty())).isInstanceOfSatisfying(Loaded.Invalid.class,
				(invalid) -> assertThat(invalid.problems()).singleElement()
					.asString()
					.contains("name: is missing, and the file's name is no name for a job. Give"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "tenant: [|2", "tenant:\\n\\tid: x|2", "a: b: c|1", "a: 'open|2" })
	void namesTheLineOfSyntaxErrors(String text, int line) {
		DefinitionProblem problem = this.job.problem(text.replace("\\n", "\n").replace("\\t", "\t") + "\n");
		assertThat(problem.line()).isEqualTo(line);
		assertThat(problem.problem()).startsWith("the file is not well-formed YAML here");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "# nothing", "only text", "[1, 2]", "a: 1\n---\nb: 2" })
	void refusesFilesWithoutKeys(String text) {
		assertThat(this.job.problem(text).key()).isEmpty();
	}

	@Test
	void boundsAliasesAndNesting() {
		String deep = "name: " + "[".repeat(60) + "]".repeat(60);
		assertThat(this.job.problem(deep).problem()).startsWith("the file is no YAML that a job definition may be");
		assertThat(this.job.problems(TestJob.SMALLEST + "scope: &a\n  exclude: *a\n")).isNotEmpty();
	}

	@Test
	void saysThatThereIsNoFile() {
		Loaded loaded = JobDefinitions.load(this.folder.resolve("absent.yaml"), (name) -> Optional.empty());
		assertThat(loaded).hasToString("Invalid[problems=[" + this.folder.resolve("absent.yaml")
				+ ": there is no such file. Check the path; jobs/nightly.yaml is a template to copy.]]");
	}

	@Test
	void saysThatTheFileCannotBeRead() throws IOException {
		Path directory = Files.createDirectory(this.folder.resolve("folder.yaml"));
		Loaded loaded = JobDefinitions.load(directory, (name) -> Optional.empty());
		assertThat(loaded.toString()).contains("the file cannot be read");
		Path latin = Files.write(this.folder.resolve("latin.yaml"), new byte[] { 'a', ':', ' ', (byte) 0xE9 });
		assertThat(JobDefinitions.load(latin, (name) -> Optional.empty()).toString()).contains("not UTF-8");
	}

	@Test
	void toleratesAByteOrderMark() {
		assertThat(this.job.problems("\uFEFF" + TestJob.SMALLEST)).isEmpty();
	}

	@Test
	void takesRelativePathsFromTheJobsFolder() {
		JobDefinition definition = this.job.valid(TestJob.SMALLEST);
		assertThat(definition.feed().drop()).isEqualTo(this.folder.resolve("drop"));
		assertThat(definition.report().directory()).isEqualTo(this.folder.resolveSibling("reports"));
	}

	@Test
	void readsEmptySectionsAsDefaults() {
		assertThat(this.job.valid(TestJob.SMALLEST + "scope:\nlimits:\n").limits().changes()).isEqualTo(500);
	}

}
