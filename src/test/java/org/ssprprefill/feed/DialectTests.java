package org.ssprprefill.feed;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Quotes, what stands around the table, and headers in other languages. */
class DialectTests {

	private static final String ROW = "1001;jan@contoso.com;06-12345678;;jan@example.org;;Jan;Zorg\n";

	@TempDir
	private Path folder;

	@Test
	void readsSingleQuotes() throws RefusedExportException {
		List<HrRow> rows = Exports.rows(this.folder,
				Exports.HEADER + "'1';'';'06-12345678';;'jan@example.org';;'O''Brien; \"Jan\"';'Zorg'\n"
						+ "2;;'0612345679';;;;\"Kees\";x\n");
		assertThat(rows).allMatch(HrRow::accepted);
		assertThat(rows.get(0).name()).contains("O'Brien; \"Jan\"");
		assertThat(rows.get(1).name()).contains("\"Kees\"");
	}

	@Test
	void takesAnApostropheForWhatItIsWhereNothingIsQuotedWithIt() throws RefusedExportException {
		List<HrRow> rows = Exports.rows(this.folder,
				Exports.HEADER + "1;;'0612345678;;;;'t Hart;'s-Hertogenbosch\n2;;'0612345679;;;;'t Hof;x\n");
		assertThat(rows).allMatch(HrRow::accepted);
		assertThat(rows).extracting((row) -> row.name().orElse("")).containsExactly("'t Hart", "'t Hof");
	}

	@Test
	void readsQuotesBehindABackslash() throws RefusedExportException {
		List<HrRow> rows = Exports.rows(this.folder, Exports.HEADER
				+ "1;;0612345678;;;;\"Jan \\\"de; Boer\\\"\";\"a\\\\b\"\n" + "2;;0612345679;;;;\"C:\\temp\";\\N\n");
		assertThat(rows).allMatch(HrRow::accepted);
		assertThat(rows.get(0).name()).contains("Jan \"de; Boer\"");
		assertThat(rows.get(0).group()).contains("a\\b");
		assertThat(rows.get(1).name()).contains("C:\\temp");
	}

	@Test
	void learnsOfBackslashesWhereTheyFirstShow() throws RefusedExportException {
		StringBuilder text = new StringBuilder(Exports.HEADER);
		for (int row = 1; row <= 3000; row++) {
			text.append(row).append(";;0612345678;;;;\"Jan\";\"Zorg\"\n");
		}
		List<HrRow> rows = Exports.rows(this.folder, text + "3001;;0612345678;;;;\"Jan \\\"de\\\" Boer\";x\n");
		assertThat(rows.get(3000).name()).contains("Jan \"de\" Boer");
	}

	@Test
	void endsACellBehindABackslashWhereQuotesAreDoubled() throws RefusedExportException {
		HrRow row = Exports.row(this.folder, "1;;0612345678;;;;\"Jan\\\";\"Zorg\"");
		assertThat(row.name()).contains("Jan\\");
		assertThat(row.group()).contains("Zorg");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Overzicht medewerkers\n", "Overzicht;;;;;;;\n\n;;;;;;;\n",
			"\"Export van 25-11-2026\nafdeling Zorg\"\n", "Filter:;actief\nAangemaakt door:;hr@contoso.com\n\n" })
	void findsTheHeaderBelowATitle(String title) throws RefusedExportException {
		List<HrRow> rows = Exports.rows(this.folder, title + Exports.HEADER + ROW);
		assertThat(rows).singleElement().matches(HrRow::accepted);
		assertThat(rows.get(0).line()).isEqualTo(title.lines().count() + 2);
	}

	@Test
	void doesNotTakeRowsForATitle() {
		assertThatThrownBy(() -> Exports.rows(this.folder, ROW + Exports.HEADER + ROW))
			.isInstanceOf(RefusedExportException.class)
			.hasMessageContaining("data, not a header");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Totaal;1\n", "Totaal:;;;;;;;1\n", "\nAantal medewerkers: 1\n", "1 rows\n",
			"Summe;;;;;;;\n\nEnde der Liste\n", "Total;1;;;;;;;\n" })
	void leavesOutWhatStandsBelowTheTable(String foot) throws RefusedExportException {
		List<HrRow> rows = Exports.rows(this.folder, Exports.HEADER + ROW + foot);
		assertThat(rows).singleElement().matches(HrRow::accepted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Totaal;1;;;;;;\n" + ROW, "Totaal;;0612345678;;;;;\n", "Totaalbeheer;;;;;;;\n",
			"Totaal;;;;a@example.org;;;\n" })
	void leavesOutNoRowThatMayBeSomebodys(String last) throws RefusedExportException {
		assertThat(Exports.rows(this.folder, Exports.HEADER + ROW + last)).hasSize(1 + (int) last.lines().count());
	}

	@Test
	void findsAHeaderInAnotherLanguage() throws RefusedExportException {
		List<HrRow> rows = Exports.rows(this.folder,
				"Name;Private E-Mail-Adresse;Handynummer;Werk;Personalnummer\nJan;jan@example.org;0612345678;;1\n");
		assertThat(rows).singleElement().matches(HrRow::accepted);
		assertThat(rows.get(0).values()).hasSize(2);
		assertThat(rows.get(0).name()).contains("Jan");
	}

	@Test
	void translatesNoHeaderThatMeansSomethingElse() {
		assertThatThrownBy(
				() -> Exports.rows(this.folder, "Personeelsnummer;Mobiel privé;Werk;Privé e-mail\n1;0612345678;;\n"))
			.isInstanceOf(RefusedExportException.class)
			.hasMessageContaining("'Mobiel'");
	}

	@Test
	void translatesNothingWhereTwoHeadersWouldDo() {
		assertThatThrownBy(
				() -> Exports.rows(this.folder, "Nr;Handy;Mobile;Werk;Privé e-mail\n1;0612345678;0612345679;;\n"))
			.isInstanceOf(RefusedExportException.class)
			.hasMessageContaining("no column 'Mobiel'");
	}

	@Test
	void readsEmptyColumnsAndAnyOrder() throws RefusedExportException {
		List<HrRow> rows = Exports.rows(this.folder,
				";Mobiel;;Privé e-mail;Werk;;Nr;;\n;0612345678;;;;;1;;\n;0612345679;;;;;2;;\n");
		assertThat(rows).allMatch(HrRow::accepted).hasSize(2);
	}

}
