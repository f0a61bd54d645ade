package org.ssprprefill.contact;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What countries do with their numbers, beyond the letter of their plans. */
class DiallingCustomsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			98765 43210        | IN | +919876543210
			9876543210         | IN | +919876543210
			98765.43211        | IN | +919876543211
			532 345 67 89      | TR | +905323456789
			5323456789         | TR | +905323456789
			916 123-45-67      | RU | +79161234567
			701 123 45 67      | KZ | +77011234567
			29 123-45-67       | BY | +375291234567
			912 345 678        | VN | +84912345678
			612 34567          | LT | +37061234567
			944 567 890        | SY | +963944567890
			20/123-4567        | HU | +36201234567
			06 20/123-4567     | HU | +36201234567
			917 123 4567       | PH | +639171234567
			11 15-2345-6789    | AR | +5491123456789
			(11) 15-2345-6789  | AR | +5491123456789
			612.345678         | ES | +34612345678
			20.123456          | DK | +4520123456
			206.5550100        | US | +12065550100
			(0612345678)       | FR | +33612345678
			""")
	void takesNumbersWithoutPrefixWhereTheCountryWritesThemSo(String cell, String country, String expected) {
		assertThat(read(cell, country, MethodKind.MOBILE)).isEqualTo(accepted(expected));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0692 12 34 56 | FR | +262692123456
			0693 12 34 56 | FR | +262693123456
			0639 39 12 34 | FR | +262639391234
			0690 12 34 56 | FR | +590690123456
			0694 12 34 56 | FR | +594694123456
			0696 12 34 56 | FR | +596696123456
			0697 12 34 56 | FR | +596697123456
			0692 12 34 56 | RE | +262692123456
			0692 12 34 56 | MQ | +262692123456
			06 12 34 56 78 | RE | +33612345678
			06 12 34 56 78 | FR | +33612345678
			07781 123456  | GB | +447781123456
			07797 712345  | GB | +447797712345
			07624 123456  | GB | +447624123456
			07400 123456  | JE | +447400123456
			041 2345678   | AX | +358412345678
			457 12345     | NO | +4745712345
			412 34 567    | SJ | +4741234567
			787-555-0100  | US | +17875550100
			416-555-0100  | US | +14165550100
			206-555-0100  | CA | +12065550100
			""")
	void readsNumbersOfTerritoriesThatAreDialledNationally(String cell, String country, String expected) {
		assertThat(read(cell, country, MethodKind.MOBILE)).isEqualTo(accepted(expected));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0692 12 34 56  | BE
			318 1234       | NL
			06 12345678    | BQ
			555-0100       | BS
			""")
	void readsNoNumbersOfCountriesThatAreDialledAbroad(String cell, String country) {
		assertThat(read(cell, country, MethodKind.MOBILE)).isInstanceOf(Reading.Refused.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			06 12 34 56 78   | MC | +377 +33
			0612345678       | MC | +377 +33
			079 123 45 67    | LI | +41
			347 123 4567     | SM | +39
			347 123 4567     | VA | +39
			""")
	void asksForTheCountryCodeWherePeopleCarryTheirNeighboursNumbers(String cell, String country, String codes) {
		assertThat(read(cell, country, MethodKind.MOBILE))
			.isEqualTo(new Reading.Refused<>(ContactProblem.PHONE_COUNTRY_UNKNOWN, 1, List.of(codes.split(" "))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			04 41 23 45 6    | MC | +37744123456
			660 234 567      | LI | +423660234567
			66 66 12 12      | SM | +37866661212
			+377 6 12345678  | MC | +377612345678
			+33 6 12 34 56 78 | MC | +33612345678
			""")
	void takesWhatProvesItselfInASmallCountry(String cell, String country, String expected) {
		assertThat(read(cell, country, MethodKind.MOBILE)).isEqualTo(accepted(expected));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0269 61 23 45 | FR | PHONE_COUNTRY_UNKNOWN          | +33 +262
			692 12 34 56  | FR | PHONE_NOT_POSSIBLE_FOR_COUNTRY | +262
			5215512345678 | MX | PHONE_EXCEL_DAMAGED            | +52
			""")
	void namesTheCodesOfWhatProvesNothing(String cell, String country, ContactProblem problem, String codes) {
		assertThat(read(cell, country, MethodKind.OFFICE))
			.isEqualTo(new Reading.Refused<>(problem, 1, List.of(codes.split(" "))));
	}

	/** What SheetJS shows of +44.7912345678 and LibreOffice of 6.12345678. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			44.79123457      | US
			212.6123457      | US
			6,12345678       | FR
			612,345678       | ES
			( 612345645 )    | ES
			( 612,345,645.00 ) | ES
			""")
	void takesNoFractionForANumber(String cell, String country) {
		assertThat(read(cell, country, MethodKind.MOBILE)).isEqualTo(refused(ContactProblem.PHONE_EXCEL_DAMAGED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "+52 1 55 1234 5678", "0052 1 55 1234 5678", "044 55 1234 5678", "045 55 1234 5678",
			"01 55 1234 5678", "55 1234 5678", "+52 55 1234 5678" })
	void takesMexicanNumbersAsTheyWereDialledUntil2019(String cell) {
		assertThat(read(cell, "MX", MethodKind.MOBILE)).isEqualTo(accepted("+525512345678"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			(2) 2123 4567   | CL | PHONE_KIND
			+56 2 2123 4567 | CL | PHONE_KIND
			(11) 7765-4321  | BR | PHONE_NOT_POSSIBLE_FOR_COUNTRY
			097 0123 45678  | NL | PHONE_KIND
			+31970 12345678 | NL | PHONE_KIND
			0136836721      | SG | PHONE_NOT_POSSIBLE_FOR_COUNTRY
			081 1234        | ZA | PHONE_NOT_POSSIBLE_FOR_COUNTRY
			11 2345-6789    | AR | PHONE_KIND
			""")
	void refusesWhatIsNobodysMobile(String cell, String country, ContactProblem problem) {
		assertThat(read(cell, country, MethodKind.MOBILE)).isEqualTo(refused(problem));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			(2) 2123 4567  | CL | OFFICE | +56221234567
			9 6123 4567    | CL | MOBILE | +56961234567
			(11) 97765-4321 | BR | MOBILE | +5511977654321
			81234567       | SG | MOBILE | +6581234567
			""")
	void stillTakesWhatStandsBeside(String cell, String country, MethodKind kind, String expected) {
		assertThat(read(cell, country, kind)).isEqualTo(accepted(expected));
	}

	@ParameterizedTest
	@ValueSource(strings = { "+1 206-555-0100 (Mobile)", "+1 (206) 555-0100 (Cell Phone)", "+1 206 555 0100\ufe0f",
			"\u2060+1\u2060 206\u200d555\ufe0e0100", "2\ufe0f\u20e306 555 0100",
			"+1 \ud835\udfd0\ud835\udfce6 555 0100", "+1 206 555 0100 (MÓVIL)", "+1 206 555 0100 (Komórka)",
			"+1 206 555 0100 (携帯)" })
	void takesLabelsAndInvisibleMarksOff(String cell) {
		assertThat(read(cell, "US", MethodKind.MOBILE)).isEqualTo(accepted("+12065550100"));
	}

	@Test
	void takesTheLabelOfADeskOffOnlyForTheDesk() {
		assertThat(read("+1 206-555-0100 (Landline)", "US", MethodKind.OFFICE)).isEqualTo(accepted("+12065550100"));
		assertThat(read("+1 206-555-0100 (Landline)", "US", MethodKind.MOBILE))
			.isEqualTo(refused(ContactProblem.PHONE_INVALID));
	}

	@ParameterizedTest
	@ValueSource(strings = { "206 555 HOME", "206 KIM 0100", "GSM 206 555 0100 TEL", "1-800-FLOWERS",
			"206 555 0100 (Fax)", "206 555 0100 KIM", "2065550100 (Mobile) (Mobile)", "2\u03360 6 555 0100" })
	void dialsNoWords(String cell) {
		assertThat(read(cell, "US", MethodKind.MOBILE)).isEqualTo(refused(ContactProblem.PHONE_INVALID));
	}

	private static Reading<PhoneNumber> read(String cell, String country, MethodKind kind) {
		return PhoneNumber.read(cell, Optional.of(new Country(country)), kind);
	}

	private static Reading<PhoneNumber> accepted(String number) {
		return new Reading.Accepted<>(PhoneNumber.held(number));
	}

	private static Reading<PhoneNumber> refused(ContactProblem problem) {
		return new Reading.Refused<>(problem);
	}

}
