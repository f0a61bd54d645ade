package org.ssprprefill.contact;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tables of cells as HR writes them, and what becomes of each. */
class PhoneNumberReadTests {

	@ParameterizedTest
	@ValueSource(strings = { "+31612345678", "+31 6 12345678", "0031612345678", "00 31 6 12 34 56 78", "0612345678",
			"06-12345678", "06 12 34 56 78", "06.12.34.56.78", "06/12345678", "(06) 12345678", "+31 (0)6-12345678",
			"0031 (0) 6 12345678", "(+31) 6 12345678", "+31-6-1234-5678", "06\u00a012345678", "06\u200912345678",
			"06\u201112345678", "\u202a+31612345678\u202c", "０６１２３４５６７８", "＋31612345678", "٠٦١٢٣٤٥٦٧٨",
			"tel:+31-6-12345678", " 0612345678 ", "+31 06 12345678" })
	void takesEveryWayOfWritingOneDutchNumber(String cell) {
		assertThat(accepted(cell, "NL", MethodKind.MOBILE).normalForm()).isEqualTo("+31612345678");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			06.12.34.56.78     | FR | +33612345678
			06/12/34/56/78     | FR | +33612345678
			0171/3920012       | DE | +491713920012
			+49 (171) 3920012  | NL | +491713920012
			612345678          | ES | +34612345678
			612.345.678        | ES | +34612345678
			20 12 34 56        | DK | +4520123456
			206-555-0100       | US | +12065550100
			(206) 555-0100     | US | +12065550100
			1-206-555-0100     | US | +12065550100
			12065550100        | US | +12065550100
			011 31 6 12345678  | US | +31612345678
			8 916 123-45-67    | RU | +79161234567
			11 96123-4567      | BR | +5511961234567
			011 15-2345-6789   | AR | +5491123456789
			139 1234 5678      | CN | +8613912345678
			347 1234567        | IT | +393471234567
			+39 (0)347 1234567 | IT | +393471234567
			00131612345678     | KR | +31612345678
			""")
	void dialsAsTheCountryDoes(String cell, String country, String expected) {
		assertThat(accepted(cell, country, MethodKind.MOBILE).normalForm()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			612345678         | FR | +33
			905321234567      | TR | +90
			46701740605       | NL | +46
			06 12 34 56 78    | MC | +377 +33
			612.345.678       | NL | ''
			39.3331234567     | IT | ''
			3.16E+10          | NL | ''
			06 123            | NL | ''
			+31 6 123         | NL | ''
			020 1234567       | NL | ''
			""")
	void namesTheCountryCodesThatWouldMakeANumberOfTheDigits(String cell, String country, String codes) {
		assertThat(PhoneNumber.read(cell, Optional.of(new Country(country)), MethodKind.MOBILE)).isInstanceOfSatisfying(
				Reading.Refused.class, (refused) -> assertThat(String.join(" ", refused.codes())).isEqualTo(codes));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			+39 (0)6 69812345        | +39 0669812345
			020 123 4567 x89         | +31 201234567x89
			020-1234567 ext. 89      | +31 201234567x89
			020-1234567 EXT 089      | +31 201234567x089
			020-1234567, tst 89      | +31 201234567x89
			020-1234567 toestel: 89  | +31 201234567x89
			020-1234567 extension 89 | +31 201234567x89
			+33 1 23 45 67 89 poste 8 | +33 123456789x8
			+49 30 231250 Nst. 12    | +49 30231250x12
			0201234567#89            | +31 201234567x89
			(020 1234567) , x 89     | +31 201234567x89
			+31201234567;ext=89      | +31 201234567x89
			+49 30 231250 DW 12      | +49 30231250x12
			+49 30 231250Durchwahl12 | +49 30231250x12
			+49 30/23125-100         | +49 3023125100
			06-12345678              | +31 612345678
			+1 206-555-0100          | +1 2065550100
			""")
	void takesOfficePhonesWithExtension(String cell, String expected) {
		assertThat(accepted(cell, "NL", MethodKind.OFFICE).inClear()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			3.16E+10         | NL
			3,16E+10         | NL
			3.1612345678e10  | NL
			31612345678.0    | NL
			31612345678,00   | NL
			12-05-2024       | NL
			2024-05-12       | NL
			05/12/24         | NL
			5.12.2024        | NL
			2024-05-12 00:00 | NL
			12-mei-24        | NL
			31.612.345.678   | NL
			31,612,345,678   | NL
			612.345.678      | NL
			612345678        | NL
			31612345678      | NL
			32470123456      | NL
			34612345678      | ES
			4520123456       | DK
			79161234567      | RU
			393471234567     | IT
			-612345647       | NL
			31612345678.000  | NL
			212555.0000      | US
			31'612'345'678   | NL
			612’345’678      | NL
			mei-24           | NL
			Mar-03           | NL
			########         | NL
			#VALUE!          | NL
			#N/A             | NL
			39.33312346      | IT
			39,33312346      | IT
			39.3331234567    | IT
			333.123456       | IT
			333,123456       | IT
			45.201235        | DK
			51.23456         | EE
			206.55501        | US
			1.2065550100     | US
			0.1712345678     | DE
			20.1234567       | HU
			(612345645)      | ES
			612345645-       | ES
			(612,345,645)    | ES
			(612.345.645,00) | ES
			(612 345 645)    | ES
			9171234567       | PH
			""")
	void recognisesWhatASpreadsheetDid(String cell, String country) {
		assertRefused(cell, country, MethodKind.MOBILE, ContactProblem.PHONE_EXCEL_DAMAGED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mobile", "zie boven", "06-1234567o", "06-12345678 (thuis)", "06-12345678 of 06-1234567",
			"0612345678/toestel 9", "0612345678, 12", "+31+612345678", "06*12345678", "+", "()", "+999 1234567",
			"06-12345678 x", "06123456?8", "1" })
	void refusesWhatIsNoNumber(String cell) {
		assertRefused(cell, "NL", MethodKind.MOBILE, ContactProblem.PHONE_INVALID);
	}

	@Test
	void refusesANumberThatPeopleSeeBackwards() {
		assertRefused("\u202e8765432160", "NL", MethodKind.MOBILE, ContactProblem.PHONE_INVALID);
		assertRefused("06\u202e87654321\u202c", "NL", MethodKind.MOBILE, ContactProblem.PHONE_INVALID);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			06-12345678 of 06-12345679                     ; 2
			0612345678/0612345679                          ; 2
			0612345678, +49 171 3920012 und 020 123 4567   ; 3
			06 12345678 | 06 12345678                      ; 2
			""")
	void countsSeveralNumbers(String cell, int found) {
		assertThat(PhoneNumber.read(cell, Optional.of(new Country("NL")), MethodKind.MOBILE))
			.isEqualTo(new Reading.Refused<>(ContactProblem.PHONE_INVALID, found));
	}

	@Test
	void countsNumbersOnSeveralLinesOfACell() {
		assertThat(
				PhoneNumber.read("06 12345678\r\n+31 6 12345679\n", Optional.of(new Country("NL")), MethodKind.MOBILE))
			.isEqualTo(new Reading.Refused<>(ContactProblem.PHONE_INVALID, 2));
		assertThat(PhoneNumber.read("06\n12345678\n", Optional.of(new Country("NL")), MethodKind.MOBILE))
			.isInstanceOf(Reading.Accepted.class);
	}

	@Test
	void refusesTwoExtensionsBehindOneNumber() {
		assertRefused("030 23125-100/101", "DE", MethodKind.OFFICE, ContactProblem.PHONE_INVALID);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			31 6 12345678   | NL
			6 12345678      | NL
			917 123 4567    | PK
			06123456        | NL
			06123456789     | NL
			+3161234567     | NL
			+31 6           | NL
			555-0100        | US
			+1 123 555 0100 | NL
			0612345678901234567890 | NL
			""")
	void refusesWhatNoPlanKnows(String cell, String country) {
		assertRefused(cell, country, MethodKind.MOBILE, ContactProblem.PHONE_NOT_POSSIBLE_FOR_COUNTRY);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0201234567    | NL | MOBILE
			0201234567    | NL | ALTERNATE_MOBILE
			0900 1234     | NL | OFFICE
			0800 1234     | NL | OFFICE
			088 123 4567  | NL | MOBILE
			112           | NL | MOBILE
			911           | US | MOBILE
			+800 12345678 | NL | OFFICE
			0700 12345678 | DE | MOBILE
			0180 1 234567 | DE | OFFICE
			070 1234 5678 | GB | MOBILE
			""")
	void refusesKindsThatCannotServe(String cell, String country, MethodKind kind) {
		assertRefused(cell, country, kind, ContactProblem.PHONE_KIND);
	}

	@ParameterizedTest
	@EnumSource(value = MethodKind.class, names = { "MOBILE", "ALTERNATE_MOBILE" })
	void refusesExtensionsOnMobiles(MethodKind kind) {
		assertRefused("06-12345678 x12", "NL", kind, ContactProblem.PHONE_EXTENSION);
	}

	@Test
	void refusesNationalNumberWithoutCountry() {
		assertThat(PhoneNumber.read("06-12345678", Optional.empty(), MethodKind.MOBILE))
			.isEqualTo(new Reading.Refused<>(ContactProblem.PHONE_COUNTRY_UNKNOWN));
		assertThat(PhoneNumber.read("31612345678", Optional.empty(), MethodKind.MOBILE))
			.isEqualTo(new Reading.Refused<>(ContactProblem.PHONE_COUNTRY_UNKNOWN, 1, List.of("+31")));
	}

	@Test
	void refusesNationalNumberOfACountryWithoutPlan() {
		assertRefused("06-12345678", "AQ", MethodKind.MOBILE, ContactProblem.PHONE_COUNTRY_UNKNOWN);
	}

	@Test
	void takesInternationalNumberWithoutCountry() {
		Reading<PhoneNumber> reading = PhoneNumber.read("0049 171 3920012", Optional.empty(), MethodKind.MOBILE);
		assertThat(reading).isEqualTo(new Reading.Accepted<>(PhoneNumber.held("+49 1713920012")));
	}

	@Test
	void readsNoEmailAddresses() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PhoneNumber.read("+31612345678", Optional.empty(), MethodKind.EMAIL));
	}

	private static PhoneNumber accepted(String cell, String country, MethodKind kind) {
		Reading<PhoneNumber> reading = PhoneNumber.read(cell, Optional.of(new Country(country)), kind);
		assertThat(reading).as(cell).isInstanceOf(Reading.Accepted.class);
		return ((Reading.Accepted<PhoneNumber>) reading).value();
	}

	private static void assertRefused(String cell, String country, MethodKind kind, ContactProblem problem) {
		assertThat(PhoneNumber.read(cell, Optional.of(new Country(country)), kind)).isInstanceOfSatisfying(
				Reading.Refused.class, (refused) -> assertThat(refused.problem()).isEqualTo(problem));
	}

}
