package org.ssprprefill.init;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.feed.RefusedExportException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JobDraftTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			afas-medewerkers.csv | Personeelsnummer | UPN | Mobiel | Privé e-mail | Land
			personio-mitarbeiter.csv | Personalnummer | Benutzerprinzipalname | Mobilnummer | E-Mail (privat) | Land
			workday-workers.csv | Employee ID | User Name | Mobile Phone | Personal Email | Country
			""")
	void recognisesTheColumnsOfOurSamples(String file, String id, String upn, String mobile, String email,
			String country) throws RefusedExportException {
		assertThat(JobDraft.of(Path.of("sample-data/hr", file)).headers()).containsEntry("employee-id", id)
			.containsEntry("user-principal-name", upn)
			.containsEntry("mobile", mobile)
			.containsEntry("email", email)
			.containsEntry("country", country);
	}

	@Test
	void asksAboutColumnsWhoseHeadersSayNothing() throws Exception {
		JobDraft draft = draft("A;B;C;D;E", "1001;06 12345601;one@example.org;jan@contoso.com;NL",
				"1002;06 12345602;two@example.com;piet@contoso.com;NL",
				"1003;06 12345603;three@example.net;klaas@contoso.com;BE");
		assertThat(draft.headers()).isEmpty();
		assertThat(draft.text()).contains("    # employee-id: \"A\"\n", "    # mobile: \"B\"\n", "    # email: \"C\"\n",
				"    # mail: \"D\"\n", "    # country: \"E\"\n");
	}

	@Test
	void takesNoDateAndNoNationalIdForAPhoneOfSomeCountry() throws Exception {
		assertThat(draft("Personeelsnummer;Mobiel;In dienst;Registratie", "1;06 12345601;01-02-2019;9841234561",
				"2;06 12345602;11-12-2020;9841234572")
			.text()).contains("default-country: \"NL\"");
	}

	@Test
	void tellsWorkAddressesFromPrivateOnesUnderTheSameHeader() throws Exception {
		assertThat(draft("Personeelsnummer;E-mail;Mobiel", "1;jan@contoso.com;", "2;piet@contoso.com;06 12345602")
			.headers()).isEqualTo(Map.of("employee-id", "Personeelsnummer", "mail", "E-mail", "mobile", "Mobiel"));
		assertThat(draft("Personeelsnummer;E-mail;Mobiel", "1;jan@example.org;", "2;piet@example.com;06 12345602")
			.headers()).containsEntry("email", "E-mail");
	}

	@Test
	void readsTheCountryOffNumbersAndHeaders() throws Exception {
		assertThat(draft("Personalnummer;Mobil", "1;0171 3920001", "2;0171/3920002", "3;0172 9925904").text())
			.contains("default-country: \"DE\"");
	}

	@Test
	void letsTheHeadersDecideBetweenCountriesAndAsks() throws Exception {
		assertThat(draft("Personeelsnummer;Mobiel", "1;06 12345601", "2;0612345602").text())
			.contains("default-country: \"NL\"")
			.contains("# ? The numbers without a country code are numbers of");
	}

	@ParameterizedTest
	@CsvSource({ "Osobné číslo,BA,KE,ZA", "Osobné číslo,TT,TN,NR", "Employee ID,BB,PO,KE", "Osobní číslo,PHA,JHM,STC",
			"Osobné číslo,Košický,Žilinský,Nitriansky" })
	void takesNoSlovakOrCzechRegionForACountry(String id, String one, String two, String three) throws Exception {
		assertThat(draft(id + ";Mobil;Kraj", "1;+421 912 123 401;" + one, "2;+421 912 123 402;" + two,
				"3;+421 912 123 403;" + three)
			.headers()).doesNotContainKey("country").containsEntry("mobile", "Mobil");
	}

	@ParameterizedTest
	@CsvSource({ "PL,PL,DE", "Polska,Polska,Niemcy", "PL,SK,ZA" })
	void takesKrajForACountryWhereTheCellsAreCountries(String one, String two, String three) throws Exception {
		assertThat(draft("Numer pracownika;Komórka;Kraj", "1;+48 512 345 601;" + one, "2;+48 512 345 602;" + two,
				"3;+48 512 345 603;" + three)
			.headers()).containsEntry("country", "Kraj");
	}

	@Test
	void letsTheOtherNumbersDecideBetweenCountries() throws Exception {
		assertThat(draft("Employee ID;Mobile", "1;06 12345601", "2;+33 6 12 34 56 02", "3;+33612345603").text())
			.contains("default-country: \"FR\"");
	}

	@Test
	void proposesNoCountryThatNothingSpeaksFor() throws Exception {
		assertThat(draft("Employee ID;Mobile", "1;06 12345601", "2;06 12345602").text())
			.doesNotContain("\n  default-country")
			.contains("nobody can tell");
		assertThat(draft("Employee ID;Mobile", "1;+31612345601", "2;+49 171 3920002").text())
			.doesNotContain("\n  default-country");
	}

	@Test
	void proposesTheMainOfSeveralCountriesInWhichTheNumbersAreTheSame() throws Exception {
		assertThat(draft("Employee #;Mobile Phone", "1;(206) 555-0101", "2;206-555-0102").text())
			.contains("default-country: \"US\"")
			.contains("share the country code +1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Employee #            | Phone - Primary Home Mobile | Email - Primary Work | Email - Primary Home
					Nr.                   | Mobiel nummer (privé)       | E-mail werk          | Mailadres thuis
					Personal-ID           | Mobiltelefon (privat)       | Firmen-E-Mail        | E-Mail-Adresse (privat)
					EMPLOYEE_ID           | PERSONAL_CELL               | WORK_EMAIL           | PERSONAL_EMAIL
					Associate ID          | Personal Contact: Personal Mobile | Work Contact: Work Email | Personal Contact: Personal Email
					""")
	void knowsTheHeadersOfManySystems(String id, String mobile, String mail, String email) throws Exception {
		assertThat(draft(String.join(";", id, mobile, mail, email), "7;+31612345601;jan@contoso.com;jan@example.org",
				"8;+31612345602;piet@contoso.com;piet@example.org")
			.headers()).isEqualTo(Map.of("employee-id", id, "mobile", mobile, "mail", mail, "email", email));
	}

	@Test
	void letsTheCountryOfTheFileTellWhichWindowsWroteIt() throws Exception {
		Charset windows = Charset.forName("windows-1252");
		String names = "Lefèvre;Bjørn;Größmann;Gonçalves;Ångström";
		StringBuilder rows = new StringBuilder("Personeelsnummer;Naam;Mobiel;Land\n");
		for (String name : names.split(";")) {
			rows.append("1;").append(name).append(";3,16E+10;Nederland\n");
		}
		Path file = Files.write(this.folder.resolve("hr.csv"), rows.toString().getBytes(windows));
		assertThat(JobDraft.of(file).text()).contains("charset: windows-1252")
			.contains("# ? The bytes fit two character sets, and Windows in NL writes this one");
		Path language = Files.write(this.folder.resolve("hr.csv"),
				rows.toString().replace(";Land", ";Woonplaats").replace("Nederland", "Utrecht").getBytes(windows));
		assertThat(JobDraft.of(language).text()).contains("charset: windows-1252");
	}

	@Test
	void namesNoColumnWhoseHeaderIsThereTwice() throws Exception {
		JobDraft draft = draft("Nr;Mobiel;E-mail;e-mail", "1;+31612345601;a@example.org;a@contoso.com");
		assertThat(draft.headers()).isEqualTo(Map.of("employee-id", "Nr", "mobile", "Mobiel"));
		assertThat(draft.text()).contains("# ? More than one column has the header \"E-mail\"");
	}

	@Test
	void namesNoHeaderThatAJobDefinitionWouldReadAsAReference() throws Exception {
		JobDraft draft = draft("Nr;Mobiel;Mobiel ${file:/etc/hostname}", "1;+31612345601;+31612345602");
		assertThat(draft.headers()).isEqualTo(Map.of("employee-id", "Nr", "mobile", "Mobiel"));
		assertThat(draft.text()).contains("# ? A job definition reads ${…} as a reference")
			.doesNotContainPattern("(?m)^ *[^# ].*file:");
	}

	@Test
	void asksWhetherAnEmptyColumnIsTheRightOne() throws Exception {
		assertThat(draft("Nr;Mobiel;Privé e-mail", "1;;a@example.org").text())
			.contains("# ? The column is empty in this file: is it the right one?");
	}

	@Test
	void countsNoTotalAmongTheRows() throws Exception {
		assertThat(draft("Nr;Mobiel", "1;+31612345601", "2;+31612345602", "Totaal;2").text())
			.contains("2 of 2 filled cells (100 %) are numbers a mobile phone can have; 2 rows");
	}

	@Test
	void namesShareHeaderAndOpenQuestionsButNoContent() throws Exception {
		String text = draft("Personeelsnummer;Mobiel;GSM;Privé e-mail;Naam;Schoenmaat",
				"10091;06 12345601;;one@example.org;Jan;42", "10092;3.16E+10;06 12345602;nobody;Piet;43")
			.text();
		assertThat(text)
			.contains("1 of 2 filled cells (50 %) are e-mail addresses", "is this the right column?", "Or is it",
					"Not used: \"GSM\", \"Schoenmaat\"")
			.doesNotContain("10091", "12345601", "one@", "Jan", "Piet");
	}

	@Test
	void writesTheCharacterSetAndDelimiterItRecognised() throws Exception {
		Path file = Files.write(this.folder.resolve("hr.txt"),
				"Pers.nr.\tMobiel\tNaam\n1\t06 12345601\tJosé\n".getBytes(Charset.forName("windows-1252")));
		assertThat(JobDraft.of(file).text()).contains("charset: windows-1252", "delimiter: \"\\t\"",
				"files: \"*.txt\"");
	}

	@Test
	void switchesOnOnlyMethodsThatHaveAColumn() throws Exception {
		assertThat(draft("Employee ID;Work phone", "1;+1 206 555 0100").text()).contains("office: missing",
				"mobile: off", "email: off");
	}

	@Test
	void matchesByWhatTheFileHas() throws Exception {
		assertThat(draft("Zakelijk e-mail;Mobiel", "jan@contoso.com;06 12345601").text()).contains("by: [mail]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Nr;Mobiel\n", "Naam;Mobiel\nJan;06 12345601\n", "Nr;Naam\n1;Jan\n",
			"1001;06 12345601;one@example.org\n1002;06 12345602;two@example.org\n", "<html><body>\n" })
	void refusesWhatNoJobCanBeMadeFor(String content) throws IOException {
		Path file = Files.writeString(this.folder.resolve("hr.csv"), content);
		assertThatExceptionOfType(RefusedExportException.class).isThrownBy(() -> JobDraft.of(file))
			.satisfies((refusal) -> assertThat(refusal.getMessage()).isNotBlank().doesNotContain("12345601", "Jan"));
	}

	private JobDraft draft(String... lines) throws IOException, RefusedExportException {
		return JobDraft.of(Files.writeString(this.folder.resolve("hr.csv"), String.join("\n", lines) + "\n",
				StandardCharsets.UTF_8));
	}

}
