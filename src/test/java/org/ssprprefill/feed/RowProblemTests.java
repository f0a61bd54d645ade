package org.ssprprefill.feed;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.ContactProblem;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.PhoneNumber;
import org.ssprprefill.feed.HrRow.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows with something wrong in them: the problem's word, its column, the verdict. */
class RowProblemTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1;;zie boven;;;;;              | Mobiel       | phone-invalid
			1;;\u202e8765432160;;;;;       | Mobiel       | phone-invalid
			1;;06123;;;;;                  | Mobiel       | phone-not-possible-for-country
			1;;0900-1234;;;;;              | Mobiel       | phone-kind
			1;;0612345678;;;Narnia;;       | Mobiel       | phone-country-unknown
			1;;3,16E+10;;;;;               | Mobiel       | phone-excel-damaged
			1;;0612345678 x1;;;;;          | Mobiel       | phone-extension
			1;;;9999;;;;                   | Werk         | phone-not-possible-for-country
			1;;;;jan@;;;                   | Privé e-mail | email-invalid
			1;;;;jan@contoso.com;;;        | Privé e-mail | email-own-domain
			;;0612345678;;;;Jan;           | ''           | no-key
			-;n/a;0612345678;;;;Jan;       | ''           | no-key
			1;0612345678;;;;Jan            | ''           | columns-mismatch
			1;;;;0612345678;NL             | ''           | columns-mismatch
			1;;0612345678;;;;Jan;Zorg;meer | ''           | columns-mismatch
			""")
	void rejectsTheRowForItsOnlyProblem(String row, String column, String word) throws RefusedExportException {
		HrRow read = Exports.row(this.folder, row);
		assertThat(read.problems()).containsExactly(new Problem(column, RowProblem.of(word)));
		assertThat(read.accepted()).isFalse();
		assertThat(read.values()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1;;0612345678;;;;Jan                                    | 1
			1;;0612345678 ~ 2;;0612345679;;;NL;Piet;Zorg ~ 3;;;;a@example.org | 3
			1;;0612345678 ~ 2;;0612345679;;;;;                       | 1
			1;;0612345678 ~ 2;;0612345679;;;NL;Piet;Zorg;Meer        | 0
			1;;0612345678 ~ sen;Zorg                                | 0
			1;;0612345678 ~ 2;;0612345679 ~ 3;;0612345676 ~ 4;;0612345675 ~ 5;;06123 | 4
			""")
	void takesRowsWithoutTheirEmptyEndsWhereTheWholeFileLeavesThemOut(String rows, int accepted)
			throws RefusedExportException {
		assertThat(Exports.rows(this.folder, Exports.HEADER + rows.replace(" ~ ", "\n") + "\n")
			.stream()
			.filter(HrRow::accepted)).hasSize(accepted);
	}

	/**
	 * A header with a separator in a name, or a row that lacks a cell, puts the partner's
	 * number below that of the person.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1;;;;;Jan;7;0612345678;0612345679                                      | 0
			1;;;;;Jan;7;0612345678;0612345679 ~ 2;;;;;Piet;7;0612345671            | 0
			1;;;;;Jan;7;0612345678;0612345679 ~ 2;;;;;Piet;7;b;0612345671;0612345672 | 1
			1;;;;;Jan;7;a;0612345678 ~ 2;;;;;Piet;7;b;0612345671;0612345672         | 2
			1;;;;;Jan;7;a;0612345678                                               | 1
			""")
	void takesNoNumberOfAnotherColumnFromAShortRow(String rows, int accepted) throws RefusedExportException {
		String header = "Nr;UPN;Privé e-mail;Werk;Land;Naam;Schaal;Trede;Mobiel;Mobiel partner\n";
		assertThat(
				Exports.rows(this.folder, header + rows.replace(" ~ ", "\n") + "\n").stream().filter(HrRow::accepted))
			.hasSize(accepted);
	}

	/** The comma in a name pushes the partner's number to that of the person. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1;;;;;Jansen; Piet;0612345679;0612345678;                    | 0
			1;;;;;Jansen; Piet;;0612345678;                              | 0
			1;;;;;Jansen;0612345679;0612345678;;                         | 1
			1;;;;;Jansen;;0612345678;;                                   | 1
			""")
	void takesNoNumberOfAnotherColumnFromALongRow(String rows, int accepted) throws RefusedExportException {
		String header = "Nr;UPN;Privé e-mail;Werk;Land;Naam;Mobiel partner;Mobiel;Telefoon\n";
		String usual = "11;;;;;Jan;0612345671;0612345672;\n12;;;;;Els;;0612345676;\n";
		assertThat(Exports.rows(this.folder, header + usual + rows.replace(" ~ ", "\n") + "\n")
			.stream()
			.filter(HrRow::accepted)).hasSize(2 + accepted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "\u0007", "\u001b", "\u007f", "\u0085" })
	void rejectsControlCharactersInAnyColumn(String control) throws RefusedExportException {
		HrRow row = Exports.row(this.folder, "1;;0612345678;;;;J" + control + "an;");
		assertThat(row.problems()).containsExactly(new Problem("Naam", RowProblem.CONTROL_CHARACTERS));
		assertThat(row.accepted()).isFalse();
		assertThat(row.name()).isEmpty();
	}

	@Test
	void takesTabsAndLineBreaksWithinQuotes() throws RefusedExportException {
		assertThat(Exports.row(this.folder, "1;;0612345678;;;;\"J\tan\n\";").accepted()).isTrue();
	}

	@Test
	void takesACellOfAThousandCharactersAndNoMore() throws RefusedExportException {
		assertThat(Exports.row(this.folder, "1;;0612345678;;;;" + "n".repeat(1000) + ";").accepted()).isTrue();
		assertThat(Exports.row(this.folder, "1;;0612345678;;;;" + "n".repeat(1001) + ";").problems())
			.containsExactly(new Problem("Naam", RowProblem.CELL_TOO_LONG));
	}

	@Test
	void countsADoubledQuoteAsOneCharacter() throws RefusedExportException {
		String quotes = "\"\"".repeat(1000);
		assertThat(Exports.row(this.folder, "1;;0612345678;;;;\"" + quotes + "\";").name()).contains("\"".repeat(1000));
		assertThat(Exports.row(this.folder, "1;;0612345678;;;;\"" + quotes + "\"\"\";").problems())
			.containsExactly(new Problem("Naam", RowProblem.CELL_TOO_LONG));
	}

	@Test
	void keepsTheAddressOfARowWithABadNumber() throws RefusedExportException {
		HrRow row = Exports.row(this.folder, "1;;3.16E+10;;jan@example.org;;;");
		assertThat(row.accepted()).isTrue();
		assertThat(row.values()).containsOnlyKeys(MethodKind.EMAIL);
		assertThat(row.problems()).containsExactly(new Problem("Mobiel", RowProblem.PHONE_EXCEL_DAMAGED));
	}

	@Test
	void tellsEveryProblemInColumnOrder() throws RefusedExportException {
		assertThat(Exports.row(this.folder, ";;06;x1;jan@;;;").problems()).containsExactly(
				new Problem("", RowProblem.NO_KEY), new Problem("Mobiel", RowProblem.PHONE_NOT_POSSIBLE_FOR_COUNTRY),
				new Problem("Werk", RowProblem.PHONE_INVALID), new Problem("Privé e-mail", RowProblem.EMAIL_INVALID));
	}

	@Test
	void toleratesEmptyCellsBeyondTheHeader() throws RefusedExportException {
		assertThat(Exports.row(this.folder, "1;;0612345678;;;;;;;; ;").accepted()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "'+31612345678", "=\"0612345678\"", "\"=\"\"0612345678\"\"\"", "'0612345678",
			"\u00a00612345678\u00a0" })
	void unwrapsWhatProtectsDigitsFromSpreadsheets(String cell) throws RefusedExportException {
		assertThat(Exports.row(this.folder, "1;;" + cell + ";;;;;").values()).containsEntry(MethodKind.MOBILE,
				PhoneNumber.held("+31612345678"));
	}

	@Test
	void keepsTheApostropheOfAName() throws RefusedExportException {
		assertThat(Exports.row(this.folder, "1;;;;;;'t Hart;").name()).contains("'t Hart");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-", "n/a", "N/A", "geen", "Keine", "none", "n.v.t.", " " })
	void takesPlaceholdersForNumbersAsEmpty(String cell) throws RefusedExportException {
		HrRow row = Exports.row(this.folder, "1;;" + cell + ";" + cell + ";;;;");
		assertThat(row.accepted()).isTrue();
		assertThat(row.values()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "DE", "deu", "Duitsland", "Deutschland", "Germany" })
	void readsNationalNumbersInTheRowsCountry(String country) throws RefusedExportException {
		assertThat(Exports.row(this.folder, "1;;0171 3920012;;;" + country + ";;").values())
			.containsEntry(MethodKind.MOBILE, PhoneNumber.held("+491713920012"));
	}

	@Test
	void takesAnInternationalNumberInAnUnknownCountry() throws RefusedExportException {
		assertThat(Exports.row(this.folder, "1;;+31612345678;;;Narnia;;").accepted()).isTrue();
	}

	@Test
	void ignoresObjectIdsThatCannotBeOnes() throws RefusedExportException {
		String header = "Object-id;" + Exports.HEADER;
		List<HrRow> rows = Exports.rows(this.folder, header + "a/b;1;;0612345678;;;;;\nA1-B2;1;;0612345678;;;;;\n");
		assertThat(rows.get(0).objectId()).isEmpty();
		assertThat(rows.get(1).objectId()).hasToString("Optional[a1-b2]");
	}

	@Test
	void judgesNoColumnOfAMethodThatIsOff() throws RefusedExportException {
		RowRules rules = new RowRules(Exports.RULES.matchBy(), Set.of(MethodKind.EMAIL), Set.of());
		Path file = Exports.write(this.folder, Exports.HEADER + "1;;3,16E+10;x;jan@contoso.com;;;\n");
		try (HrExport export = HrExport.open(file, Exports.settings(this.folder), rules)) {
			assertThat(Exports.rows(export)).singleElement()
				.satisfies((row) -> assertThat(row.problems()).isEmpty())
				.satisfies((row) -> assertThat(row.values()).containsOnlyKeys(MethodKind.EMAIL));
		}
	}

	@ParameterizedTest
	@EnumSource(ContactProblem.class)
	void hasAWordForEveryProblemOfAValue(ContactProblem problem) {
		assertThat(RowProblem.of(problem).word()).isEqualTo(problem.word());
		assertThat(RowProblem.of(problem.word())).isEqualTo(RowProblem.of(problem));
	}

}
