package org.ssprprefill.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Cells that say that nothing is known. */
class PlaceholderTests {

	@ParameterizedTest
	@ValueSource(strings = { "N/A", "n/a", "n.a.", "N.A.", "#N/A", "NA", "S.O.", "s.o.", "s/o", "N/C", "N/R", "S/N",
			"n/e", "M/V", "p/a", "c/o", "N/I", "-", "--", "–", "...", "?", "/", "*", "_", "…", "x", "(geen)", "<none>",
			"[n/a]", "N / A", "n. a.", "k. A.", "geen!", "unbekannt", "keine Angabe", "néant", "ninguno", "nessuno",
			"nenhum", "BRAK", "není", "nincs", "YOK", "saknas", "ukendt", "ingen", "ei ole", "lipsă", "κανένα", "なし",
			"无", "없음", "Onbekend", "#NV", "NULL", "N-A", "NA.", "m/w/d", "S/I", "#N/V", "#NENÍ_K_DISPOZICI", "volgt",
			"nicht angegeben", "Bitte wählen", "pas de mobile", "non fourni", "pendiente", "non pervenuto",
			"não consta", "nie ustalono", "neuvedeno", "nincs információ", "belli değil", "vet ej", "ikke tilgængelig",
			"ei puhelinta", "nedisponibil", "δ.υ.", "非公開", "(Blanks)" })
	void standForNothing(String cell) {
		assertThat(Placeholder.isOne(cell)).isTrue();
		assertThat(Country.parse(cell).isPresent()).isEqualTo(cell.equals("NA"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "NL", "0", "E1", "+", "Nassau", "Kim", "n/a 06", "IT", "#VALUE!", "########", "na zda",
			"geen@example.org", "A", "Zorg", "Sin", "No", "Ingenieur" })
	void sayMore(String cell) {
		assertThat(Placeholder.isOne(cell)).isFalse();
	}

	@Test
	void areNoCodesOfCountriesButOne() {
		Set<String> words = ProgramFile.entries("/contact/placeholder-words.txt").stream().collect(Collectors.toSet());
		List<String> codes = Arrays.stream(Locale.getISOCountries())
			.flatMap((code) -> Stream.of(code, new Locale("", code).getISO3Country()))
			.map((code) -> code.toLowerCase(Locale.ROOT))
			.filter(words::contains)
			.toList();
		assertThat(codes).containsExactly("na");
	}

}
