package org.ssprprefill.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.ssprprefill.coverage.Gap;
import org.ssprprefill.feed.RowProblem;

import static org.assertj.core.api.Assertions.assertThat;

/** That every language says everything, and says it itself. */
class LanguagesTests {

	private static final List<String> BUNDLES = List.of("rejects", "words", "sentences", "../notify/notice",
			"../message/messages");

	/** Words that are the same in another language. */
	private static final Set<String> SHARED = Set.of("date.ending", "date.ending.month", "figure.percent",
			"figure.seconds", "figure.minutes", "check.row", "check.tab", "date.moment", "date.day", "html.graph",
			"html.licences.product", "html.work.error", "html.run.id", "html.run.tenant", "rejects.name",
			"rejects.problem", "barrier.guest", "part.removed", "owner.administrator", "method.email");

	private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

	/** Keys that the program never puts together from parts. */
	private static final Pattern WHOLE_KEY = Pattern.compile("(verdict|closing|errand)(\\.[a-z0-9-]+)+");

	private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

	@ParameterizedTest
	@EnumSource
	void everyLanguageHasEveryKeyAndNoOther(Language language) {
		for (String bundle : BUNDLES) {
			Set<String> expected = keys(english(bundle));
			// Who does what does not depend on the language
			expected.removeIf((key) -> language != Language.EN && key.endsWith(".owner") && key.startsWith("gap."));
			assertThat(keys(texts(bundle, language))).as(bundle).isEqualTo(expected);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EN")
	void noTextIsLeftInEnglish(Language language) {
		for (String bundle : BUNDLES) {
			Properties english = english(bundle);
			Properties texts = texts(bundle, language);
			assertThat(keys(texts).stream()
				.filter((key) -> !SHARED.contains(key) && texts.getProperty(key).equals(english.getProperty(key))))
				.isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void everyTextHasThePlacesOfTheEnglishOne(Language language) {
		Properties english = english("sentences");
		texts("sentences", language).forEach((key, text) -> {
			assertThat(places(text)).as(key.toString()).isEqualTo(places(english.get(key)));
			// A single quote would make what follows it literal
			assertThat(text.toString()).as(key.toString()).isNotBlank().doesNotContain("'");
			assertThat(new MessageFormat(text.toString(), language.locale()).format(new Object[] { 2, 2, 2, 2, 2 }))
				.as(key.toString())
				.doesNotContain("{", "}");
		});
	}

	/**
	 * What HR reads of its files; what stands in a folder's way is the administrator's.
	 */
	private static final Pattern FOR_HR = Pattern.compile("(?!refused\\.(stuck|folder)|check\\.(?!file|read-as|rows"
			+ "|accepted|rejected|unreadable|tab|times|mend|cell|row|more|and|taken|phones|own-domains|verdict)).*");

	private static final Pattern KEY_OR_OPTION = Pattern.compile(
			"(?i)\\b(tenant|feed|match|scope|methods|limits|pace|sspr|coverage|report|notify|ledger)\\.[a-z]|(?<!\\S)--[a-z]"
					+ "|job ?defin|jobdefin|ya?ml|default-country|pgp-key");

	@ParameterizedTest
	@EnumSource
	void nothingForHrSpeaksOfKeysOrOptions(Language language) {
		Set<String> keysOfHr = new TreeSet<>();
		Map.of("rejects", "", "sentences", "hr.|check.|several.|cut-off.|contradiction.|code.", "../message/messages",
				"refused.")
			.forEach((bundle, prefixes) -> texts(bundle, language).forEach((key, text) -> {
				boolean forHr = Stream.of(prefixes.split("\\|")).anyMatch(key.toString()::startsWith)
						&& FOR_HR.matcher(key.toString()).matches();
				if (forHr) {
					keysOfHr.add(key.toString());
					assertThat(text.toString()).as(key.toString()).doesNotContainPattern(KEY_OR_OPTION);
				}
			}));
		assertThat(keysOfHr).hasSizeGreaterThan(150)
			.contains("refused.pgp.no-key.next", "check.more", "hr.mend", "no-key.mend", "contradiction.files");
	}

	@Test
	void everySentenceIsSaidSomewhere() throws IOException {
		Set<String> literals = literals();
		Set<String> said = literals.stream()
			.flatMap((literal) -> Stream.of("", "html.", "html.work.", "html.coverage", "html.people", "rejects.")
				.map((prefix) -> prefix + literal))
			.collect(Collectors.toSet());
		Set<String> begun = literals.stream()
			.filter((literal) -> literal.endsWith("."))
			.flatMap((literal) -> Stream.of(literal, "html." + literal, "html.people" + literal))
			.collect(Collectors.toSet());
		assertThat(keys(english("sentences")).stream()
			.filter((key) -> !said.contains(key) && !said.contains(key.replaceFirst("\\.next$", "")))
			.filter((key) -> begun.stream().noneMatch(key::startsWith))).isEmpty();
	}

	@Test
	void everythingThatIsSaidHasASentence() throws IOException {
		Set<String> known = keys(english("sentences"));
		assertThat(literals().stream().filter((literal) -> WHOLE_KEY.matcher(literal).matches())).isNotEmpty()
			.allMatch(known::contains);
	}

	private static Set<String> literals() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/ssprprefill/report"))) {
			Set<String> literals = new TreeSet<>();
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				for (String line : Files.readAllLines(file)) {
					LITERAL.matcher(line).results().forEach((match) -> literals.add(match.group(1)));
				}
			}
			return literals;
		}
	}

	@ParameterizedTest
	@EnumSource
	void theLedgersRemediesHaveWordsInEveryLanguage(Language language) {
		for (Gap gap : Gap.values()) {
			assertThat(english("words").get("person." + gap.word())).isEqualTo(gap.remedy());
			assertThat(Texts.in(language).personRemedy(gap.word(), gap.remedy())).isNotBlank();
		}
		assertThat(Texts.in(language)
			.personRemedy("no-method", "Let the person register: this program does not write (admin-role)."))
			.contains("admin-role");
		assertThat(Texts.in(language).personRemedy("", "")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void everyProblemSaysWhatIsWrongAndGivesAnExample(Language language) {
		String example = switch (language) {
			case EN -> "example";
			case NL -> "bijvoorbeeld";
			case DE -> "zum Beispiel";
		};
		for (RowProblem problem : RowProblem.values()) {
			assertThat(Texts.in(language).problem(problem.word())).endsWith(".").hasSizeBetween(20, 220);
			assertThat(Texts.in(language).mending(problem.word())).endsWith(".").contains(example);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EN | 1,234.5%  | 5 March 2027, 02:00 UTC   | 5 Mar  | 1 h 2 min
			NL | 1.234,5%  | 5 maart 2027, 02:00 UTC   | 5 mrt  | 1 u 2 min
			DE | 1.234,5\u00a0% | 5. März 2027, 02:00 UTC | 5. März | 1 Std. 2 min
			""")
	void writesNumbersAndDatesAsItsReadersDo(Language language, String percent, String moment, String day,
			String time) {
		Figures figures = Texts.in(language).figures();
		Instant at = Instant.parse("2027-03-05T02:00:00Z");
		assertThat(figures.percent(OptionalDouble.of(1234.5))).isEqualTo(percent);
		assertThat(figures.moment(at)).isEqualTo(moment);
		assertThat(figures.day(at).replace(".", "")).isEqualTo(day.replace(".", ""));
		assertThat(figures.seconds(3725)).isEqualTo(time);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EN | 1 row was rejected | 1,200 rows were rejected
			NL | 1 rij is afgewezen | 1.200 rijen zijn afgewezen
			DE | 1 Zeile wurde abgelehnt | 1.200 Zeilen wurden abgelehnt
			""")
	void knowsOneFromMany(Language language, String one, String many) {
		assertThat(Texts.in(language).say("verdict.rejected.rows", 1)).isEqualTo(one);
		assertThat(Texts.in(language).say("verdict.rejected.rows", 1200)).isEqualTo(many);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EN | 3 addresses in one cell; keep one.
			NL | 3 adressen in één cel; laat er één staan.
			DE | 3 Adressen in einer Zelle; lassen Sie eine stehen.
			""")
	void countsWhatStandsInACell(Language language, String several) {
		assertThat(Texts.in(language).problem("email-invalid", 3, "")).isEqualTo(several);
		assertThat(Texts.in(language).problem("email-invalid", 1, ""))
			.isEqualTo(Texts.in(language).problem("email-invalid"));
		assertThat(Texts.in(language).problem("phone-invalid", 2, "")).contains("2").isNotEqualTo(several);
	}

	@ParameterizedTest
	@MethodSource("org.ssprprefill.report.RunReports#all")
	void aReportHoldsNoSentenceOfAnotherLanguage(RunReport report) {
		for (Language language : List.of(Language.NL, Language.DE)) {
			String html = Pages.of(language, report, List.of());
			String closing = String.join("\n",
					ConsoleSummary.lines(report, Path.of("reports"), language, "", Optional.empty()));
			assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"" + language.word() + "\">");
			for (String bundle : BUNDLES) {
				english(bundle).values()
					.stream()
					.map(Object::toString)
					.flatMap((text) -> Arrays.stream(text.split("\\{[^}]*}+")))
					.filter((part) -> part.strip().split(" ").length > 3)
					.forEach((part) -> assertThat(html + closing).doesNotContain(HtmlPage.escape(part)));
			}
		}
	}

	private static Set<String> places(Object text) {
		return PLACE.matcher(text.toString())
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> keys(Properties texts) {
		return new TreeSet<>(texts.stringPropertyNames());
	}

	private static Properties english(String bundle) {
		return texts(bundle, Language.EN);
	}

	/** The file itself, without the English texts behind it. */
	private static Properties texts(String bundle, Language language) {
		String name = bundle + ((language == Language.EN) ? "" : "_" + language.word()) + ".properties";
		try (Reader file = new InputStreamReader(
				Objects.requireNonNull(
						LanguagesTests.class.getResourceAsStream(("/report/" + name).replace("/report/..", "")), name),
				StandardCharsets.UTF_8)) {
			Properties texts = new Properties();
			texts.load(file);
			return texts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
