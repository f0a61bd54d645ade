package org.ssprprefill.feed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HeaderTests {

	private static final List<String> NAMES = List.of("Nr", "UPN", "Mobiel", "Werk", "Privé e-mail", "Land", "Naam",
			"Afdeling", "Opmerking");

	private static final List<String> CELLS = List.of("1", "jan@contoso.com", "0171 3920012", "abc", "jan@example.org",
			"DE", "Jan", "Zorg", "niets");

	private static final FeedSettings SETTINGS = Exports.settings(Path.of("drop"));

	@Property
	void readsTheSameWhateverTheOrderOfColumns(@ForAll("orders") List<Integer> order) throws RefusedExportException {
		HrRow row = read(order.stream().map(NAMES::get).toList(), order.stream().map(CELLS::get).toList());
		assertThat(row).isEqualTo(read(NAMES, CELLS));
	}

	@Provide
	Arbitrary<List<Integer>> orders() {
		return Arbitraries.shuffle(IntStream.range(0, NAMES.size()).boxed().collect(Collectors.toList()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "privé e-mail", "PRIVÉ E-MAIL", " Privé  e-mail ", "Privé\u00a0e-mail",
			"Prive\u0301 e-mail", "Privée-mail", "\u200bPrivé e-mail" })
	void knowsAHeaderHoweverTyped(String header) {
		assertThat(ColumnName.folded(header)).isEqualTo(ColumnName.folded("Privé e-mail"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Prive e-mail", "Privé email", "Privé e-mail 2" })
	void tellsOtherHeadersApart(String header) {
		assertThat(ColumnName.folded(header)).isNotEqualTo(ColumnName.folded("Privé e-mail"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			MOBILE              | Mobiel        | Nr;Mobielx;Telefoon                     | Mobielx
			MOBILE              | Mobiel        | Nr;Model;Telefoonnr                     | Telefoonnr
			MOBILE              | Mobiel        | Nr;Tel.nr.;Mobilität                    | Tel.nr.
			MOBILE              | Mobiel        | Nr;Telefoon noodcontact;Handy (neu)     | Handy (neu)
			MOBILE              | Mobil         | Nr;Mobiilinumero;Matkapuhelin 2025      | Matkapuhelin 2025
			MOBILE              | Contact       | Nr;Kontakt;Datum                        | Kontakt
			MOBILE              | Mobiel        | Nr;Emergency mobile;Opmerking           |
			EMAIL               | Privé e-mail  | Nr;Mail;E-Mail-Adresse                  | Mail
			EMPLOYEE_ID         | Nr            | Personalnr. neu;Name                    | Personalnr. neu
			USER_PRINCIPAL_NAME | UPN           | Benutzer-Anmeldename;E-Mail dienstlich  | Benutzer-Anmeldename
			EMPLOYEE_ID         | UPN           | UPN2;Naam                               | UPN2
			""")
	void findsTheHeaderThatIsNearestByMeaningAndThenByItsLetters(Field field, String wanted, String headers,
			@Nullable String nearest) {
		assertThat(NearestHeader.to(field, List.of(wanted), List.of(headers.split(";"))))
			.isEqualTo(Optional.ofNullable(nearest));
	}

	@Test
	void joinsTheNameOfTheColumnsThatAreThereInTheOrderOfTheJob() throws RefusedExportException {
		assertThat(named("Nr;Voornaam;Mobiel;Achternaam", "1;Anna;0612345678;van Voorbeeld").name())
			.contains("Anna van Voorbeeld");
		assertThat(named("Nr;Achternaam;Mobiel;Voornaam", "1;Voorbeeld;0612345678;-").name()).contains("Voorbeeld");
		assertThat(named("Nr;Achternaam;Mobiel", "1;Voorbeeld;0612345678").name()).contains("Voorbeeld");
		HrRow shifted = named("Nr;Achternaam;Mobiel;Voornaam", "1;Voorbeeld;0612345678;06 12345679");
		assertThat(shifted.problems()).containsExactly(new HrRow.Problem("Voornaam", RowProblem.MISPLACED_VALUE));
		assertThat(shifted.name().orElse("")).doesNotContain("12345679");
		assertThatExceptionOfType(RefusedExportException.class)
			.isThrownBy(() -> named("Nr;Voornaam;Mobiel;voornaam", "1;Anna;0612345678;Bea"));
	}

	@Test
	void namesEveryMissingColumnAndThenSaysOnceWhatToDo() {
		assertThatExceptionOfType(RefusedExportException.class).isThrownBy(() -> named("Personeel;Voornaam", "1;Anna"))
			.withMessage("There is no column 'Nr'; the nearest header in the file is 'Personeel'."
					+ " There is no column 'Mobiel'."
					+ " Rename these columns in the export, or ask the administrator to accept their headers.");
		assertThatExceptionOfType(RefusedExportException.class).isThrownBy(() -> named("Nr;Voornaam", "1;Anna"))
			.withMessage("There is no column 'Mobiel'."
					+ " Rename the column in the export, or ask the administrator to accept its header.");
	}

	private static HrRow named(String header, String row) throws RefusedExportException {
		Map<Field, List<String>> columns = Map.of(Field.EMPLOYEE_ID, List.of("Nr"), Field.MOBILE, List.of("Mobiel"),
				Field.NAME, List.of("Voornaam", "Achternaam"));
		FeedSettings settings = Exports.settings(Path.of("drop"), Optional.empty(), Optional.empty(), columns);
		Header found = Header.of(List.of(header.split(";")), settings, Exports.RULES);
		return new RowReader(found, new ColumnHabits(found, List.of()), settings.defaultCountry(), Exports.RULES,
				new PhoneTally())
			.read(new Records.Cells(2, List.of(row.split(";")), Tail.WHOLE), 1);
	}

	private static HrRow read(List<String> names, List<String> cells) throws RefusedExportException {
		Header header = Header.of(names, SETTINGS, Exports.RULES);
		return new RowReader(header, new ColumnHabits(header, List.of()), SETTINGS.defaultCountry(), Exports.RULES,
				new PhoneTally())
			.read(new Records.Cells(2, cells, Tail.WHOLE), 1);
	}

}
