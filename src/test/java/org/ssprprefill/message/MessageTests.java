package org.ssprprefill.message;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageTests {

	private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

	private static final Message NESTED = Message
		.of("refused.column.missing.near", Message.joined("part.or.quoted", List.of("Mobiel", "Mobiel {1}")),
				"Mobil $1")
		.then("refused.column.missing.next");

	@Test
	void isPutIntoWordsWhereItIsRead() {
		assertThat(NESTED.inEnglish()).isEqualTo("There is no column 'Mobiel' or 'Mobiel {1}'; the nearest header in"
				+ " the file is 'Mobil $1'. Rename the column in the export, or ask the administrator to accept its"
				+ " header.");
		assertThat(NESTED.in(DUTCH)).startsWith("Er is geen kolom ‘Mobiel’ of ‘Mobiel {1}’; de kop");
		assertThat(NESTED.in(Locale.GERMANY)).startsWith("Es gibt keine Spalte „Mobiel“ oder „Mobiel {1}“; am");
		assertThat(NESTED).hasToString(NESTED.inEnglish());
	}

	@Test
	void saysOneSentenceAfterTheOther() {
		Message empty = Message.of("refused.empty").then("refused.empty.next");
		assertThat(empty.inEnglish()).isEqualTo("The file is empty. Export it again.");
		assertThat(Message.sentences(List.of(empty))).isEqualTo(empty);
		assertThat(empty.then(Message.verbatim("As it is.")).in(DUTCH))
			.isEqualTo("Het bestand is leeg. Exporteer het opnieuw. As it is.");
	}

	@Test
	void joinsAnyNumberOfItems() {
		assertThat(Message.joined("part.and", List.of(5, 6, 7)).in(DUTCH)).isEqualTo("5 en 6 en 7");
		assertThat(Message.joined("part.and", List.of("one"))).isEqualTo(Message.verbatim("one"));
	}

	@Test
	void isKeptAsCodesThatAreReadAgain() {
		assertThat(StoredMessage.write(Message.of("refused.quote.open", 3))).isEqualTo("[\"refused.quote.open\",3]");
		assertThat(StoredMessage.read(StoredMessage.write(NESTED))).isEqualTo(NESTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "The file is empty.", "[3 files]", "[\"broken", "[\"refused.empty\"]" })
	void keepsTextOfOthersAsItIs(String text) {
		Message verbatim = Message.verbatim(text);
		assertThat(StoredMessage.read(StoredMessage.write(verbatim))).isEqualTo(verbatim);
		assertThat(verbatim.in(DUTCH)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "The file is empty.", "[\"broken" })
	void readsTheTextOfOlderLedgers(String text) {
		assertThat(StoredMessage.read(text)).isEqualTo(Message.verbatim(text));
	}

	@Test
	void isToldByItsCodeWhereAnotherVersionKeptIt() {
		assertThat(StoredMessage.read("[\"refused.later\",\"x\"]").in(DUTCH)).isEqualTo("refused.later");
	}

}
