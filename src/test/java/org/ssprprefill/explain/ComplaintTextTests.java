package org.ssprprefill.explain;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ComplaintTextTests {

	@ParameterizedTest
	@EnumSource
	void everyComplaintHasATextThatCitesItsSource(Complaint complaint) {
		ComplaintText text = ComplaintText.of(complaint);
		assertThat(text.title()).isNotBlank().doesNotStartWith("#");
		assertThat(text.blocks()).extracting(ComplaintText.Block::text)
			.anyMatch((line) -> line.matches("Source: Microsoft Learn, \".+\" \\(entra-docs, docs/.+\\)"));
		assertThat(text.blocks()).extracting(ComplaintText.Block::section)
			.allMatch((section) -> section.equals(ComplaintText.ALL_ACCOUNTS)
					|| ExplanationText.TRAITS.contains(section));
	}

	@ParameterizedTest
	@EnumSource
	void everyComplaintSaysWhatToDo(Complaint complaint) {
		String all = String.join("\n", ComplaintText.of(complaint).paragraphs(ExplanationText.TRAITS));
		assertThat(all).containsPattern("(?m)^(Do this:|1\\. )");
	}

	@Test
	void sectionsAreForTheAccountsTheyName() {
		ComplaintText text = ComplaintText.parse(List.of("# Why?", "", "All.", "## guest", "Guests.", "## everybody",
				"All again.", "## administrator", "Administrators.", "", "Source: A book"));
		assertThat(text.title()).isEqualTo("Why?");
		assertThat(text.paragraphs(Set.of())).containsExactly("All.", "All again.");
		assertThat(text.paragraphs(Set.of("guest"))).containsExactly("All.", "Guests.", "All again.");
		assertThat(text.sources()).containsExactly("book");
	}

}
