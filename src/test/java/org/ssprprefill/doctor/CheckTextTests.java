package org.ssprprefill.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CheckTextTests {

	@Test
	void everyCheckHasATextAndEveryTextHasACheck() throws IOException {
		List<String> checks = Arrays.stream(Subject.values()).map((subject) -> subject.id() + ".md").toList();
		try (Stream<Path> texts = Files.list(Path.of("src/main/resources/checks"))) {
			assertThat(texts.map((text) -> text.getFileName().toString())).containsExactlyInAnyOrderElementsOf(checks);
		}
	}

	@ParameterizedTest
	@EnumSource(Subject.class)
	void aTextSaysWhatWhyHowAndWhere(Subject subject) {
		assertThat(CheckText.of(subject)).startsWith("# " + subject.title() + "\n")
			.contains("**What is looked at.** ", "**Why it matters.** ", "**How to mend it.** ", "**Source.** ");
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
