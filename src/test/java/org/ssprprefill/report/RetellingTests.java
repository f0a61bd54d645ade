package org.ssprprefill.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** That what lower floors say in English is told in the reader's language. */
class RetellingTests {

	/** A text of one or more literals, as they stand in the source. */
	private static final Pattern TEXT = Pattern
		.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(?:\\s*\\+\\s*\"((?:[^\"\\\\]|\\\\.)*)\")*");

	private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

	private static String dutch(String english) {
		return ToldReport.sentences(Language.NL, english);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Changed less than 60 seconds ago and left alone: a.csv, b.csv. | \
			Minder dan 60 seconden geleden gewijzigd en blijven liggen: a.csv, b.csv.
			The tenant did not answer the question for role assignments (HTTP 403, Denied), which needs A.Read. | \
			De tenant beantwoordde de vraag naar roltoewijzingen niet (HTTP 403, Denied); daarvoor is A.Read nodig.
			The app lacks A.Write and B.Write. | De app mist A.Write en B.Write.
			""")
	void tellsSentencesAndTheirPartsInAnotherLanguage(String english, String expected) {
		assertThat(dutch(english)).isEqualTo(expected);
		assertThat(ToldReport.sentences(Language.EN, english)).isEqualTo(english);
		assertThat(ToldReport.sentences(Language.DE, english)).isNotEqualTo(english);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Something that nobody foresaw.", "Read. Something that nobody foresaw.", "one or two", "" })
	void leavesTextAsItIsWhereASentenceIsUnknown(String english) {
		assertThat(dutch(english)).isEqualTo(english);
	}

	/**
	 * A sentence begins as some literal of the source does, or goes on so after a place.
	 */
	@Test
	void everySentenceIsStillSaidSomewhere() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/ssprprefill"))) {
			String said = files.filter(Files::isRegularFile)
				.filter((file) -> !file.toString().contains("/report/"))
				.flatMap((file) -> TEXT.matcher(content(file)).results().map(RetellingTests::joined))
				.collect(Collectors.joining("\n"));
			ResourceBundle english = ResourceBundle.getBundle("report.retold", Locale.ROOT);
			assertThat(english.keySet().stream().filter((key) -> !isSaid(english.getString(key), said))).isEmpty();
		}
	}

	@Test
	void aReportInEnglishIsLeftAlone() {
		RunReport report = RunReports.all().get(0);
		assertThat(ToldReport.in(Language.EN, report)).isSameAs(report);
	}

	private static boolean isSaid(String sentence, String said) {
		return Stream.of(sentence.split("\\{\\d}"))
			.allMatch((part) -> said.contains(part.substring(0, Math.min(12, part.length())))
					|| said.contains(part.substring(Math.max(0, part.length() - 12))));
	}

	private static String content(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String joined(MatchResult text) {
		StringBuilder joined = new StringBuilder();
		LITERAL.matcher(text.group()).results().forEach((literal) -> joined.append(literal.group(1)));
		return joined.toString();
	}

}
