package org.ssprprefill.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CountryTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Netherlands (NL)            | NL
			The Netherlands (NLD)       | NL
			DE - Deutschland            | DE
			Belgique / België           | BE
			NL-Nederland                | NL
			Guinea-Bissau               | GW
			Allemagne                   | DE
			Korea, Republic of          | KR
			""")
	void readsACodeBesideTheName(String text, String code) {
		assertThat(Country.parse(text)).contains(new Country(code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Georgia (US)", "Netherlands (somewhere)", "NL/BE", "()", " - " })
	void guessesNoneWhereThePartsDisagree(String text) {
		assertThat(Country.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "+1,US", "+44,GB", "+31,NL", "+7,RU" })
	void knowsTheMainCountryOfACountryCode(String code, String country) {
		assertThat(Country.withCode(code)).contains(new Country(country));
	}

	@Test
	void knowsThatSomeCodesBelongToNoCountry() {
		assertThat(Country.withCode("+800")).isEmpty();
		assertThat(Country.withCode("+999")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "nl,NL", " NL ,NL", "NLD,NL", "Nederland,NL", "NETHERLANDS,NL", "The Netherlands,NL", "Holland,NL",
			"Duitsland,DE", "Deutschland,DE", "BRD,DE", "Niederlande,NL", "België,BE", "belgie,BE", "Belgique,BE",
			"UK,GB", "U.K.,GB", "England,GB", "United Kingdom,GB", "USA,US", "United States,US", "Österreich,AT",
			"Osterreich,AT", "Côte d’Ivoire,CI", "Cote d'Ivoire,CI", "España,ES", "日本,JP", "Ελλάδα,GR", "Türkiye,TR",
			"Hong Kong,HK", "Kosovo,XK" })
	void knowsTheNamesPeopleWrite(String text, String code) {
		assertThat(Country.parse(text)).contains(new Country(code));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "-", "Narnia", "Congo", "ZZ", "31", "Amsterdam", "N/A", "n.a.", "S.O.", "s/o",
			"N/C", "N/R", "/NA", "NA;", "NA / NA", "[NA, NA]", "(SO)", "S/N", "n/e", "M/V", "p/a", "c/o", "N/I", "N-L",
			"N.L.", "D E", "N/L" })
	void knowsNothingElse(String text) {
		assertThat(Country.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("codes")
	void knowsEveryCountryByCodesAndEnglishName(String code) {
		Locale country = new Locale("", code);
		assertThat(Stream.of(code, country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH)))
			.allSatisfy((text) -> assertThat(Country.parse(text)).isEqualTo(Optional.of(new Country(code))));
	}

	static Stream<String> codes() {
		return Stream.of(Locale.getISOCountries());
	}

	@ParameterizedTest
	@ValueSource(strings = { "nl", "NLD", "", "N1" })
	void holdsNothingButAlphaTwoCodes(String code) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Country(code));
	}

}
