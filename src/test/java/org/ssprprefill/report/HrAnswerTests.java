package org.ssprprefill.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.ssprprefill.contact.Country;
import org.ssprprefill.message.Message;
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

	private static final Instant AT = Instant.parse("2027-03-05T02:00:00Z");

	/** Antarctica has no numbering plan. */
	@ParameterizedTest
	@EnumSource(Language.class)
	void showsANumberWhereTheRowsCountryHasNone(Language language) {
		String usual = Texts.in(language).mending("phone-invalid", List.of());
		assertThat(Texts.in(language).mending("phone-invalid", List.of(new Country("AQ")))).isEqualTo(usual);
		assertThat(usual).contains("+");
	}

	@Test
	void saysOfEachFileWhatBecameOfItInTheLanguageOfHr() {
		FeedFile page = new FeedFile("page.csv", "", "", "", 0, 0, 0, Disposition.REFUSED,
				Optional.of(Message.of("refused.empty")));
		assertThat(new HrAnswer(Language.NL, Optional.of("iam@contoso.com"), AT)
			.lines(feed(1, Map.of("no-key", 1), read(1), page), true))
			.containsExactly("Uw export: er is iets te herstellen",
					"Wat er op 5 maart 2027, 02:00 UTC met de bestanden in de aanlevermap is gebeurd. Er gaat niets"
							+ " verloren: elk bestand blijft bewaard zoals u het stuurde.",
					"Vragen? Mail naar iam@contoso.com.", "  hr.csv: 12 rijen, 1 afgewezen.",
					"  page.csv: " + "Het bestand is leeg.", Texts.in(Language.NL).say("hr.list"));
	}

	@Test
	void saysThatAllIsInOrderWhereADuplicateIsAllThereIs() {
		assertThat(new HrAnswer(Language.DE, Optional.empty(), AT).lines(feed(0, Map.of("duplicate-row", 3), read(0)),
				true))
			.startsWith("Ihr Export ist in Ordnung")
			.endsWith("Fragen? Wenden Sie sich an die Administration dieses Programms.",
					"  hr.csv: 12 Zeilen, keine abgelehnt.");
	}

	@ParameterizedTest
	@EnumSource
	void everyAnswerBeginsWithWhichFileWhenThatNothingIsLostAndWhomToAsk(Language language) {
		HrAnswer answer = new HrAnswer(language, Optional.of("iam@contoso.com"), AT);
		String lost = switch (language) {
			case EN -> "Nothing is lost";
			case NL -> "Er gaat niets verloren";
			case DE -> "Es geht nichts verloren";
		};
		for (String text : List.of(answer.refused("hr.csv", Message.of("refused.empty")),
				answer.checked("hr.csv", "In order.", List.of("a table")))) {
			assertThat(text.lines().limit(3).collect(Collectors.joining(" "))).contains("hr.csv", "2027", lost,
					"iam@contoso.com");
		}
	}

}
