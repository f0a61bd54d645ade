package org.ssprprefill.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssprprefill.message.Message;
import org.ssprprefill.report.RunSection.Mode;
import org.ssprprefill.report.RunSection.Outcome;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HtmlReportWriterTests {

	private static final String HOSTILE = "\"><script>alert('x')</script><img src=x onerror=y>\u202E";

	/** What runs, and what is data; neither can be mistaken for the other. */
	private static final Pattern SCRIPTS = Pattern
		.compile("(?s)<script( type=\"application/json\"[^>]*)?>(.*?)</script>");

	@ParameterizedTest
	@MethodSource("org.ssprprefill.report.RunReports#all")
	void needsNothingFromElsewhere(RunReport report) throws IOException {
		String html = page(report, RunReports.people(12));
		Pages.keep(report.run().outcome().word() + "-" + report.coverage().population(), html);
		assertThat(SCRIPTS.matcher(html).replaceAll("").replaceFirst("<meta http-equiv[^>]*>", ""))
			.doesNotContain("http:", "https:", "//", "<script", "src=", "url(", "@import", "style=", "onclick")
			.doesNotContain("NaN", "null", "Optional")
			.startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
		assertThat(SCRIPTS.matcher(html).results()).hasSize(2)
			.noneMatch((script) -> script.group(2).matches("(?s).*(//|fetch|XMLHttp|import|innerHTML|eval|cookie).*"));
	}

	@Test
	void theContentSecurityPolicyKnowsStyleSheetAndScriptByTheirHashesAndNothingElse() throws Exception {
		String html = page(RunReports.ordinary(), RunReports.people(1));
		String css = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
		String script = SCRIPTS.matcher(html)
			.results()
			.filter((element) -> element.group(1) == null)
			.map((element) -> element.group(2))
			.collect(Collectors.joining());
		assertThat(html).contains(("content=\"default-src 'none'; style-src '" + hash(css) + "'; script-src '"
				+ hash(script) + "'; base-uri 'none'; form-action 'none'\"")
			.replace("'", "&#39;"));
	}

	private static String hash(String text) throws Exception {
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		return "sha256-" + Base64.getEncoder().encodeToString(hash);
	}

	@Test
	void holdsEveryPersonOnceAsDataInWhichNothingCanEndTheScript() {
		List<PersonLine> people = List.of(RunReports.person("a</script><!--\u2028\u202E@contoso.com", "no-method"),
				RunReports.person("same@contoso.com", "no-method"), RunReports.person("same@contoso.com", "no-method"),
				RunReports.person("fine@contoso.com", ""), RunReports.person("left@contoso.com", "disabled"));
		String json = data(page(RunReports.ordinary(), people));
		assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u202E");
		JsonNode rows = JsonMapper.shared().readTree(json).get("rows");
		assertThat(rows.valueStream().map((row) -> row.get(0).asString()))
			.containsExactly("a</script><!--\u2028\uFFFD@contoso.com", "same@contoso.com");
	}

	@Test
	void readersWithoutScriptsGetTheFirstPageAndHearWhereTheRestIs() {
		String html = page(RunReports.ordinary(), RunReports.people(1234));
		String table = html.substring(html.indexOf("<table class=\"stacks people\""), html.indexOf("<script"));
		assertThat(table.split("<tr>", -1)).hasSize(1 + 1 + 25);
		assertThat(html).contains("1 to 25 of 1,234 people stand here; people.csv lists them all.");
		assertThat(JsonMapper.shared().readTree(data(html)).get("rows").size()).isEqualTo(1234);
	}

	@Test
	void saysSoWhereTheTableDoesNotNameEverybody() {
		assertThat(page(RunReports.ordinary(), RunReports.people(HtmlPeople.MOST)))
			.doesNotContain("stand in this table");
		String html = page(RunReports.ordinary(), RunReports.people(HtmlPeople.MOST + 1));
		assertThat(html).contains("Only the first 50,000 stand in this table; people.csv lists them all.");
		assertThat(JsonMapper.shared().readTree(data(html)).get("rows").size()).isEqualTo(HtmlPeople.MOST);
	}

	@Test
	void gapsAndErrandsLeadToThePeopleTheyCount() {
		assertThat(page(RunReports.ordinary(), RunReports.people(12))).contains(
				"<strong><a href=\"#people\" data-matter=\"no-method\">5 people cannot reset",
				"<th scope=\"row\"><a href=\"#people\" data-matter=\"not-licensed\">No licence for a reset</a>");
	}

	@Test
	void saysThatNobodyIsNeeded() {
		assertThat(page(RunReports.quiet(), List.of())).contains("No line of this run needs anybody.")
			.doesNotContain("application/json");
	}

	@Test
	void escapesWhateverPeopleAndFilesAreCalled() {
		FeedSection feed = new FeedSection(
				List.of(new FeedSection.FeedFile(HOSTILE, "a".repeat(64), HOSTILE, ",", 1, 1, 0,
						FeedSection.Disposition.REFUSED, Optional.of(Message.verbatim(HOSTILE)))),
				1, 1, 0, Map.of(), false, Map.of());
		CoverageSection coverage = new CoverageSection(true, 1, 0, OptionalDouble.of(0), OptionalDouble.empty(),
				Optional.empty(), Map.of(), new CoverageSection.Later(0, OptionalDouble.of(0), "none"),
				List.of(new CoverageSection.GroupLine(HOSTILE, 1, 0, OptionalDouble.of(0))), List.of(),
				new CoverageSection.Effectiveness(0, 0), List.of(), new CoverageSection.PhoneOnly(0, 0));
		RunReport report = new RunReport(RunReports.run(Mode.RUN, Outcome.DONE, 0), feed, MatchingSection.NONE,
				PlanSection.NONE, OutcomeSection.NONE, LicenceSection.NONE, coverage, List.of(), TrafficSection.NONE,
				List.of());
		String html = page(report, List.of(RunReports.person(HOSTILE, "no-method")));
		assertThat(html).doesNotContain("<script>alert", "<img", "\u202E")
			.contains("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
	}

	@Test
	void saysFirstWhatHappenedAndWhoIsNeeded() {
		String html = page(RunReports.ordinary(), RunReports.people(12));
		assertThat(html).containsSubsequence(
				"<h1>Done, and 1 file was refused, 5 rows and 2 changes were rejected.</h1>", "52 of 64 people",
				"39 of 64 people", "<h3>Administrator</h3>", "<h3>HR</h3>", "<h3>Licence owner</h3>",
				"From HR row to registered method");
	}

	@Test
	void givesThePictureOfCoverageInWordsToo() {
		assertThat(page(RunReports.ordinary(), List.of()))
			.contains("role=\"img\" aria-label=\"People who can reset today: 52 of 64 people\"");
	}

	@Test
	void drawsRowsAsAPartOfTheRowsAndChangesAsAPartOfTheChanges() {
		String html = page(RunReports.ordinary(), List.of());
		assertThat(bar(html, "Rows received")).isEqualTo("100.0");
		assertThat(bar(html, "Changes planned")).isEqualTo("100.0");
		assertThat(bar(html, "Methods confirmed")).isEqualTo("97.1");
	}

	/** How far the bar in the row of that name goes. */
	private static String bar(String html, String name) {
		Matcher width = Pattern.compile("class=\"yes\" width=\"([0-9.]+)\"").matcher(html);
		assertThat(width.find(html.indexOf(">" + name + "<"))).isTrue();
		return width.group(1);
	}

	@Test
	void tellsHowToReleaseAHeldRun() {
		assertThat(page(RunReports.held(), List.of()))
			.contains("<code>sspr-prefill apply 20261122-020000-7f3a --over-limit</code>");
	}

	@Test
	void saysWhatWasNotMeasured() {
		assertThat(page(RunReports.refused(), List.of())).contains("Not measured in this run")
			.contains("Licences were not measured in this run.")
			.contains("This run read no rows and planned nothing.");
	}

	@Test
	void refusesPercentagesThatAreNone() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> new CoverageSection.GroupLine("g", 0, 0, OptionalDouble.of(Double.NaN)));
	}

	@Test
	void anElementLeftOpenIsAMistake() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> new HtmlPage((piece) -> {
		}).open("p").end());
	}

	private static String page(RunReport report, List<PersonLine> people) {
		return Pages.of(Language.EN, report, people);
	}

	private static String data(String html) {
		return SCRIPTS.matcher(html)
			.results()
			.filter((element) -> element.group(1) != null)
			.map((element) -> element.group(2))
			.findFirst()
			.orElseThrow();
	}

}
