package org.ssprprefill.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.ssprprefill.report.FeedSection.Disposition;
import org.ssprprefill.report.FeedSection.FeedFile;

import static org.assertj.core.api.Assertions.assertThat;

class HrAnswerTests {

	private static FeedSection feed(int rejected, Map<String, Integer> problems, FeedFile... files) {
		return new FeedSection(List.of(files), 12, 12 - rejected, rejected, problems, false, Map.of());
	}

	private static FeedFile read(int rejected) {
		return new FeedFile("hr.csv", "", "UTF-8", ";", 12, 12 - rejected, rejected, Disposition.ARCHIVED,
				Optional.empty());
	}

	@Test
	void saysOfEachFileWhatBecameOfItInTheLanguageOfHr() {
		FeedFile page = new FeedFile("page.csv", "", "", "", 0, 0, 0, Disposition.REFUSED,
				Optional.of("The file is empty."));
		assertThat(HrAnswer.lines(feed(1, Map.of("no-key", 1), read(1), page), true, Language.NL)).containsExactly(
				"Uw export: er is iets te herstellen", "  hr.csv: 12 rijen, 1 afgewezen.",
				"  page.csv: " + ToldReport.sentences(Language.NL, "The file is empty."),
				Texts.in(Language.NL).say("hr.list"));
	}

	@Test
	void saysThatAllIsInOrderWhereADuplicateIsAllThereIs() {
		assertThat(HrAnswer.lines(feed(0, Map.of("duplicate-row", 3), read(0)), true, Language.DE))
			.containsExactly("Ihr Export ist in Ordnung", "  hr.csv: 12 Zeilen, keine abgelehnt.");
	}

}
