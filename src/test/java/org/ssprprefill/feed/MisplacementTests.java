package org.ssprprefill.feed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.HrRow.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers and private addresses that stand in columns for keys, names and groups. */
class MisplacementTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			+31 6 12345678;;E1;;;;;                        | Nr
			0612345678;;E1;;;;;                            | Nr
			06-12345678;;E1;;;;;                           | Nr
			0031612345678;;E1;;;;;                         | Nr
			020-123 45 67;;E1;;;;;                         | Nr
			+31 6 1234567;;E1;;;;;                         | Nr
			(206) 555-0100;;;;;US;;                        | Nr
			kim@example.org;;0612345678;;;;;               | Nr
			1;+31612345678;kim@contoso.com;;;;;            | UPN
			1;kim@example.org;0612345678;;;;;              | UPN
			1;kim@gmail.com;0612345678;;;;;                | UPN
			1;kim@example.org;;;kim@contoso.com;;;         | UPN
			1;;;;;;06 12345678;                            | Naam
			1;;;;;DK;20123456;                             | Naam
			1;;;;;;Kim <kim@example.org>;                  | Naam
			1;;;;;;"kim@example.org, kim@example.com";     | Naam
			1;;;;;;Kim;0612345678                          | Afdeling
			1;;;;;;Kim;+31612345678                        | Afdeling
			1;;;;;;Kim;kim@example.org                     | Afdeling
			""")
	void rejectsTheRowAndMasksTheCell(String row, String column) throws RefusedExportException {
		HrRow read = Exports.row(this.folder, row);
		assertThat(read.problems()).contains(new Problem(column, RowProblem.MISPLACED_VALUE));
		assertThat(read.accepted()).isFalse();
		assertThat(read.values()).isEmpty();
		assertThat(read.toString()).doesNotContain("12345678", "0612345678", "555-0100", "kim@example", "kim@gmail",
				"1234567", "123 45 67", "20123456");
		assertThat(read.problems()).doesNotContain(new Problem("", RowProblem.NO_KEY));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1;;;;;;Kim;Abt. 0612345678                     | Afdeling
			1;;;;;;Kim;Abt.0612345678                      | Afdeling
			1;;;;;;Kim;Verkoop, 06-12345678 (privé)        | Afdeling
			1;;;;;;Kim;tel: +31 6 12345678                 | Afdeling
			1;;;;;;Kim;tel+31612345678                     | Afdeling
			1;;;;;;Kim;Verkoop/+31 6 1234567               | Afdeling
			1;;;;;;Kim;+31 (0)20 123 45 67 Amsterdam       | Afdeling
			1;;;;;;Kim;bel 0031 6 12345678                 | Afdeling
			1;;;;;;Kim;Kamer 12 0612345678                 | Afdeling
			1;;;;;;Kim;Sinds 01-02-2020 06 12345678        | Afdeling
			1;;;;;;Kim;Sales (kim@example.org)             | Afdeling
			1;;;;;;Kim;team@contoso.com / kim@example.org  | Afdeling
			1;;;;;;Kim;team@contoso.com / 0612345678       | Afdeling
			1;;;;;DE;Kim;Vertrieb 0171 3920008             | Afdeling
			1;;;;;DE;Kim;Vertrieb 030/23125100             | Afdeling
			1;;;;;FR;Kim;Ventes 06 12 34 56 78             | Afdeling
			1;;;;;US;Kim;Sales (206) 555-0100              | Afdeling
			1;;;;;DK;Kim;Salg 20 12 34 56                  | Afdeling
			1;;;;;DK;Kim;Salg, telefon 20123456            | Afdeling
			1;;;;;ES;Kim;Ventas teléfono móvil: 612345678  | Afdeling
			1;;;;;;Jansen, kim@example.org;                | Naam
			1;;;;;;Kim Jansen jürgen@example.org;          | Naam
			1;;;;;;jürgen@example.org;                     | Naam
			1;;;;;;Kim (0612345678);                       | Naam
			1;;;;;;Kim 0612345678 <kim@contoso.com>;       | Naam
			1;;;;;;612345678;                              | Naam
			1;;;;;;31612345678;                            | Naam
			1;;;;;;Kim, tel. 612345678;                    | Naam
			1;;;;;;Kim;Gsm 31612345678                     | Afdeling
			E1 0612345678;;;;;;;                           | Nr
			20123 0612345678;;;;;;;                        | Nr
			0612345678 (Kim);;E1;;;;;                      | Nr
			06–12345678;;E1;;;;;                      | Nr
			06​12345678;;E1;;;;;                      | Nr
			1;kim@contoso.com, kim@example.org;;;;;;       | UPN
			1;kim@contoso.com 0612345678;;;;;;             | UPN
			1;0612345678/kim@contoso.com;;;;;;             | UPN
			""")
	void findsThemBesideSomethingElse(String row, String column) throws RefusedExportException {
		rejectsTheRowAndMasksTheCell(row, column);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1;;;;;;;Dept 6123456789", "1;;;;;;;Kostenplaats 4711001234", "1;;;;;;;Kpl. 0001234567",
			"1;;;;;;;KST 100 200 300", "1;;;;;;;Order 4500012345", "1;;;;;;;PO-0612345678", "1;;;;;;;PO #0612345678",
			"1;;;;;;;Project A0612345678", "1;;;;;;;Kamer 0.12.345", "1;;;;;;;Etage 3, kamer 0612, bureau 12",
			"1;;;;;;;Ploeg 1, 2, 3, 4, 5, 6, 7", "1;;;;;;;Sinds 01-02-1990", "1;;;;;;;01.02.1990-31.12.2020",
			"1;;;;;;;31-12-2026", "1;;;;;DK;;Siden 31-12-2023", "1;;;;;DK;;31-12-2023", "1;;;;;US;;2023-12-31 14:30",
			"1;;;;;US;;Dept 2065550100", "1;;;;;DK;;Afd. 20123456", "1;;;;;ES;;Sección 612345678",
			"1;;;;;DE;;Kostenstelle 0000612345", "1;;;;;;;KvK 12345678", "1;;;;;;;NL001234567B01",
			"1;;;;;;;A + 4000123", "1;;;;;;;Team 24/7 - 2026", "1;;;;;;;R&D @ Delft, 1234567",
			"1;;;;;;;team@contoso.com Delft", "1;;;;;;;a@contoso.com, b@contoso.com", "1;;;;;;Kim (6123456789);",
			"1;;;;;DK;Kim (20123456);", "1;;;;;;Jansen 0012345678;", "1;u0612345678@contoso.com;;;;;;",
			"6123456789;;;;;;;", "2024-0001;;;;;;;", "1;;;;;;;Tel Aviv 4000123", "1;;;;;;;Dept 612345678",
			"1;;;;;;Kim 612345678;", "1;;;;;;12345678;" })
	void leavesNumbersAloneThatNoPlanProves(String row) throws RefusedExportException {
		leavesOrdinaryIdsNamesAndGroupsAlone(row);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0001346;;;;;;;", "12345678901234567890;;;;;;;", "00000000000000012345;;;;;;;",
			"0612345;;;;;;;", "20123456;;;;;DK;;", "612345678;;;;;ES;;", "2065550100;;;;;US;;", "1346-02;;;;;;;",
			"E+12345678;;;;;;;", "01.02.1990;;;;;;;", "1;kim@contoso.com;;;;;;", "1;kim@nl.contoso.com;;;;;;",
			"1;kim_example.org#EXT#@contoso.com;;;;;;", "1;kim_example.org#EXT#@contoso.onmicrosoft.com;;;;;;",
			"1;CONTOSO\\kim;;;;;;", "1;;;;;;Kim de Vries 2e;", "1;;;;;;;Kostenplaats 20123", "1;;;;;;;0201",
			"1;;;;;;;team@contoso.com", "1;;;;;;;R&D @ Delft", "kim@contoso.com;;;;;;;", "010-12345;;;;;;;" })
	void leavesOrdinaryIdsNamesAndGroupsAlone(String row) throws RefusedExportException {
		HrRow read = Exports.row(this.folder, row);
		assertThat(read.problems()).isEmpty();
		assertThat(read.accepted()).isTrue();
	}

	@Test
	void takesAnExternalsOnlyAddressForTheWorkAddressToo() throws RefusedExportException {
		String row = "1;eva_example.org#EXT#@contoso.com;eva@example.org;eva@example.org\n";
		RowRules rules = new RowRules(Exports.RULES.matchBy(), Set.of(MethodKind.EMAIL), Set.of("contoso.com"));
		Map<Field, List<String>> columns = Map.of(Field.EMPLOYEE_ID, List.of("Nr"), Field.USER_PRINCIPAL_NAME,
				List.of("UPN"), Field.MAIL, List.of("Mail"), Field.EMAIL, List.of("Privé e-mail"));
		try (HrExport export = HrExport.open(Exports.write(this.folder, "Nr;UPN;Mail;Privé e-mail\n" + row),
				Exports.settings(this.folder, Optional.empty(), Optional.empty(), columns), rules)) {
			assertThat(Exports.rows(export)).singleElement().satisfies((it) -> assertThat(it.problems()).isEmpty());
		}
	}

	@Test
	void takesIdsForIdsWhereTheOthersLookAlike() throws RefusedExportException {
		List<HrRow> rows = rows(200, (row) -> "0%09d;;;;;;;".formatted(600_000_000L + 7_654_321L * row % 400_000_000));
		assertThat(rows).allSatisfy((row) -> assertThat(row.problems()).isEmpty());
		List<HrRow> shifted = rows(200, (row) -> (row == 70) ? "0612345678;;70;;;;;" : "%05d;;;;;;;".formatted(row));
		assertThat(shifted.stream().filter((row) -> !row.problems().isEmpty())).singleElement()
			.extracting((row) -> row.employeeId().map(EmployeeId::value).orElse(""))
			.isEqualTo("+31 6••••••78");
	}

	@Test
	void takesGroupsForGroupsThatSeveralPeopleAreIn() throws RefusedExportException {
		assertThat(rows(20, (row) -> row + ";;;;;;;061234567" + row % 3))
			.allSatisfy((row) -> assertThat(row.problems()).isEmpty());
	}

	@Test
	void takesSignInNamesInADomainThatEntraDoesNotKnow() throws RefusedExportException {
		List<HrRow> rows = rows(20,
				(row) -> (row == 7) ? "7;kim@example.org;;;;;;" : "%d;u%d@contoso.local;;;;;;".formatted(row, row));
		assertThat(rows.stream().filter((row) -> !row.accepted())).singleElement()
			.satisfies((row) -> assertThat(row.line()).isEqualTo(9))
			.satisfies((row) -> assertThat(row.userPrincipalName()).hasToString("Optional[k•••@example.org]"));
	}

	@Test
	void doubtsNoOrdinaryAddressWithoutKnowingTheTenantsDomains() throws RefusedExportException {
		assertThat(unknowing("1;kim@contoso.com;;;;;;")).singleElement().matches(HrRow::accepted);
		assertThat(unknowing("1;kim@gmail.com;;;;;;")).singleElement().matches((row) -> !row.accepted());
		String swapped = IntStream.range(0, 9)
			.mapToObj((row) -> row + ";u%d@contoso.com;;;u%d@example.org;;;".formatted(row, row))
			.collect(Collectors.joining("\n")) + "\n9;u9@example.org;;;u9@contoso.com;;;";
		assertThat(unknowing(swapped).stream().filter((row) -> !row.accepted())).singleElement()
			.matches((row) -> row.line() == 11);
	}

	private List<HrRow> unknowing(String rows) throws RefusedExportException {
		RowRules rules = new RowRules(Exports.RULES.matchBy(), Exports.RULES.methods(), Set.of());
		Path file = Exports.write(this.folder, Exports.HEADER + rows + "\n");
		try (HrExport export = HrExport.open(file, Exports.settings(this.folder), rules)) {
			return Exports.rows(export);
		}
	}

	private List<HrRow> rows(int count, IntFunction<String> row) throws RefusedExportException {
		return Exports.rows(this.folder,
				Exports.HEADER + IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n")) + "\n");
	}

}
