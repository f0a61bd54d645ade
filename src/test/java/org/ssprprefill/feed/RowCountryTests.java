package org.ssprprefill.feed;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.PhoneNumber;

import static org.assertj.core.api.Assertions.assertThat;

/** Which country a row's numbers are of, and that placeholders are empty everywhere. */
class RowCountryTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "N/A", "n/a", "n.a.", "#N/A", "NA", "S.O.", "s/o", "N/C", "N/R", "S/N", "n/e", "M/V",
			"p/a", "c/o", "N/I", "onbekend", "-", "???" })
	void takesTheJobsCountryWhereTheCellHoldsAPlaceholder(String cell) throws RefusedExportException {
		HrRow row = rows("IE", row(1, "085 123 4567", cell)).get(0);
		assertThat(row.values()).containsEntry(MethodKind.MOBILE, PhoneNumber.held("+353851234567"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "N/A", "#N/A", "s.o.", "NA", "ninguno", "ukendt" })
	void emptiesPlaceholdersInEveryColumn(String cell) throws RefusedExportException {
		HrRow row = Exports.row(this.folder, String.join(";", "1", cell, cell, cell, cell, cell, cell, cell));
		assertThat(row.problems()).isEmpty();
		assertThat(row.accepted()).isTrue();
		assertThat(row.values()).isEmpty();
		assertThat(row.name()).isEmpty();
		assertThat(row.group()).isEmpty();
		assertThat(row.userPrincipalName()).isEmpty();
		assertThat(Exports.row(this.folder, cell + ";;0612345678;;;;;").problems())
			.containsExactly(new HrRow.Problem("", RowProblem.NO_KEY));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			NA | NL, DE             | NL | +264811234567
			na | NLD, DEU           | NL | +264811234567
			NA | Netherlands        | NL | ''
			NA | NA                 | NL | ''
			NA | NA                 | NA | +264811234567
			Namibia | Netherlands   | NL | +264811234567
			N/A | NL, DE            | NL | ''
			""")
	void takesNaForNamibiaAmongCodesOnly(String cell, String others, String standard, String expected)
			throws RefusedExportException {
		String more = Arrays.stream(others.split(", ")).map((it) -> row(2, "", it)).collect(Collectors.joining());
		HrRow row = rows(standard, row(1, "081 123 4567", cell) + more).get(0);
		assertThat(Optional.ofNullable(row.values().get(MethodKind.MOBILE)).map((it) -> it.normalForm()).orElse(""))
			.isEqualTo(expected);
	}

	@Test
	void asksWhereANumberIsOneOfNamibiaAndOfTheJobsCountry() throws RefusedExportException {
		HrRow row = rows("IE", row(1, "085 123 4567", "NA") + row(2, "", "DE") + row(3, "", "NL")).get(0);
		assertThat(row.problems()).containsExactly(new HrRow.Problem("Mobiel", RowProblem.PHONE_COUNTRY_UNKNOWN));
	}

	private static String row(int number, String mobile, String country) {
		return number + ";;" + mobile + ";;;" + country + ";;\n";
	}

	private List<HrRow> rows(String country, String rows) throws RefusedExportException {
		FeedSettings settings = Exports.settings(this.folder, new Country(country));
		try (HrExport export = HrExport.open(Exports.write(this.folder, Exports.HEADER + rows), settings,
				Exports.RULES)) {
			return Exports.rows(export);
		}
	}

}
