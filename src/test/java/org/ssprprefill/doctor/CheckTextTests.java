package org.ssprprefill.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CheckTextTests {

	private static final Locale DUTCH = Locale.forLanguageTag("nl");

	private static final Pattern SENTENCE_END = Pattern.compile("(?<!\\d)[.!?](?=\\s|$)");

	private static final Pattern NAME = Pattern.compile("`[^`]+`");

	@Test
	void everyCheckHasATextInEachLanguageAndEveryTextHasACheck() throws IOException {
		List<String> checks = Arrays.stream(Subject.values())
			.flatMap((subject) -> Stream.of("", "_nl", "_de").map((language) -> subject.id() + language + ".md"))
			.toList();
		try (Stream<Path> texts = Files.list(Path.of("src/main/resources/checks"))) {
			assertThat(texts.map((text) -> text.getFileName().toString())).containsExactlyInAnyOrderElementsOf(checks);
		}
	}

	@ParameterizedTest
	@EnumSource(Subject.class)
	void aTextSaysWhatWhyHowAndWhere(Subject subject) {
		assertThat(CheckText.of(subject, Locale.UK)).startsWith("# " + subject.title() + "\n")
			.contains("**What is looked at.** ", "**Why it matters.** ", "**How to mend it.** ", "**Source.** ");
		assertThat(CheckText.of(subject, DUTCH)).contains("**Wat wordt bekeken.** ", "**Waarom het telt.** ",
				"**Wat te doen.** ", "**Bron.** ");
		assertThat(CheckText.of(subject, Locale.GERMANY)).contains("**Was geprüft wird.** ",
				"**Warum es wichtig ist.** ", "**Was zu tun ist.** ", "**Quelle.** ");
	}

	@ParameterizedTest
	@EnumSource(Subject.class)
	void aTranslationNamesTheSameKeysPermissionsAndDocuments(Subject subject) {
		for (Locale locale : List.of(DUTCH, Locale.GERMANY)) {
			assertThat(names(CheckText.of(subject, locale))).isEqualTo(names(CheckText.of(subject, Locale.UK)));
			assertThat(CheckText.title(subject, locale)).isNotBlank().hasSizeLessThan(60);
		}
	}

	/** A sentence that was added to one language is missed in the others. */
	@ParameterizedTest
	@EnumSource(Subject.class)
	void aTranslationHasAsManySentencesInEachSection(Subject subject) {
		for (Locale locale : List.of(DUTCH, Locale.GERMANY)) {
			assertThat(sentences(CheckText.of(subject, locale))).isEqualTo(sentences(CheckText.of(subject, Locale.UK)));
		}
	}

	private static List<Long> sentences(String text) {
		return Stream.of(text.strip().split("\n\n"))
			.map((section) -> SENTENCE_END.matcher(section).results().count())
			.toList();
	}

	/** What stands in code font, but for commands with a word of the reader's in them. */
	private static Set<String> names(String text) {
		return NAME.matcher(text)
			.results()
			.map(MatchResult::group)
			.filter((name) -> !name.contains("chmod"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void idsAreThoseOfTheContract() {
		assertThat(Subject.values()).allSatisfy((subject) -> {
			assertThat(subject.id()).matches("[a-z0-9-]+");
			assertThat(Subject.of(subject.id())).isSameAs(subject);
		});
		assertThatIllegalArgumentException().isThrownBy(() -> Subject.of("sing-in"))
			.withMessageContaining("There is no check 'sing-in'")
			.withMessageContaining("sign-in");
	}

}
