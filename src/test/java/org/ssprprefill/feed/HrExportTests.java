package org.ssprprefill.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class HrExportTests {

	private static final String ROW = "1001;jan@contoso.com;06-12345678;;jan@example.org;;Jan;Zorg\n";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "'1001;;0612345678;;;;;|1002;;0612345679;;;;;', 1", "'1001;;0612345678;;;;;|1002;;0612345', 1",
			"'1001;;0612345678;;;;;|1002', 1", "'1002;;0612345679;;;;;', 0",
			"'1001;;0612345678;;;;;|\"1002\";;\"0612345679\";;;;;\"Sales\"', 2",
			"'1001;;0612345678;;;;;|\"1002\";;\"0612345679\";;;;;\"Sales\" ', 2",
			"'1001;;0612345678;;;;;|\"1002\";;\"0612345679\"', 1",
			"'1001;;0612345678;;;;;|\"1002\";;\"0612345679\";;;;;', 1",
			"'1001;;0612345678;;;;;|1002;;0612345679;;;;;|Total: 2', 2",
			"'1001;;0612345678;;;;;|1002;;0612345679;;;;;|\u001a', 2",
			"'1001;;0612345678;;;;;|1002;;0612345679;;;;;|', 2", "'1001;;0612345678;;;;;|1002;;0612345679;;;;;|  ', 2",
			"'1001;;0612345678;;;;;|Total: 1', 1" })
	void doubtsALastRowInWhichTheFileEnds(String rows, int accepted) throws Exception {
		for (String end : List.of("\n", "\r\n", "\r")) {
			List<HrRow> read = Exports.rows(this.folder, (Exports.HEADER + rows.replace("|", "\n")).replace("\n", end));
			assertThat(read.stream().filter(HrRow::accepted)).as(read.toString()).hasSize(accepted);
		}
	}

	/** What is beside the file, and whether its last row is taken. */
	@ParameterizedTest
	@CsvSource({ "none, 1", "right, 2", "UPPER, 2", "'', 1" })
	void takesTheLastRowOfAFileThatItsChecksumProvesWhole(String checksum, int accepted) throws Exception {
		String text = Exports.HEADER + "1001;;0612345678;;;;;\n1002;;0612345679;;;;;Sales";
		String hash = Sha256.of(Exports.write(this.folder, text));
		if (!checksum.equals("none")) {
			Files.writeString(this.folder.resolve("export.csv.sha256"), switch (checksum) {
				case "right" -> hash + "  export.csv\n";
				case "UPPER" -> hash.toUpperCase(Locale.ROOT);
				default -> checksum;
			});
		}
		assertThat(Exports.rows(this.folder, text).stream().filter(HrRow::accepted)).hasSize(accepted);
	}

	@Test
	void saysThatTheFileMayBeCutOff() throws Exception {
		List<HrRow> rows = Exports.rows(this.folder, Exports.HEADER + "1001;;0612345678;;;;;\n1002;;061234567;;;;;");
		assertThat(rows.get(0).problems()).isEmpty();
		assertThat(rows.get(1).problems())
			.containsExactly(new HrRow.Problem("", RowProblem.COLUMNS_MISMATCH, false, 1, HrRow.Problem.CUT_OFF));
	}

	@Test
	void readsARowWithEverythingInIt() throws RefusedExportException {
		HrRow row = Exports.row(this.folder,
				"00123;jan@contoso.com;06-12345678;020-1234567 x89;jan@example.org;Nederland;Jan de Vries;Zorg");
		assertThat(row.accepted()).isTrue();
		assertThat(row.problems()).isEmpty();
		assertThat(row.number()).isOne();
		assertThat(row.line()).isEqualTo(2);
		assertThat(row.employeeId()).contains(new EmployeeId("00123"));
		assertThat(row.userPrincipalName()).hasToString("Optional[jan@contoso.com]");
		assertThat(row.name()).contains("Jan de Vries");
		assertThat(row.group()).contains("Zorg");
		assertThat(row.values().values()).extracting(ContactValue::inClear)
			.containsExactlyInAnyOrder("+31 612345678", "+31 201234567x89", "jan@example.org");
	}

	@Test
	void passesOverAHeaderThatIsSaidAgain() throws RefusedExportException {
		String header = Exports.HEADER;
		List<HrRow> rows = Exports.rows(this.folder,
				header + "Number;Login;mobile phone;Office phone;personal e-mail;Country;Name;Unit\n" + ROW + header
						+ ROW.replace("1001", "1002") + "1003;;Mobiel;;;;;;\n");
		assertThat(rows).extracting(HrRow::number, HrRow::line)
			.containsExactly(tuple(1L, 3L), tuple(2L, 5L), tuple(3L, 6L));
		assertThat(rows.get(2).problems()).extracting(HrRow.Problem::problem).containsExactly(RowProblem.PHONE_INVALID);
	}

	@ParameterizedTest
	@ValueSource(strings = { ",", ";", "\t", "|" })
	void recognisesTheDelimiter(String delimiter) throws RefusedExportException {
		Path file = Exports.write(this.folder, (Exports.HEADER + ROW).replace(";", delimiter));
		try (HrExport export = HrExport.open(file, Exports.settings(this.folder), Exports.RULES)) {
			assertThat(export.delimiter()).isEqualTo(delimiter.replace("\t", "\\t"));
			assertThat(Exports.rows(export)).singleElement().matches(HrRow::accepted);
		}
	}

	@Test
	void prefersTheDelimiterThatYieldsKnownHeaders() throws RefusedExportException {
		List<HrRow> rows = Exports.rows(this.folder, "a,b,c,d,Naam,x;Nr;Mobiel;Werk;Privé e-mail\n;1;0612345678;;\n");
		assertThat(rows).singleElement().matches(HrRow::accepted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sep=;\n", "SEP=;\r\n", "\"sep=;\"\n", "\n\nsep=;\n", "\r\n" })
	void countsEveryLineBeforeTheHeader(String opening) throws RefusedExportException {
		HrRow row = Exports.rows(this.folder, opening + Exports.HEADER + ROW).get(0);
		assertThat(row.accepted()).isTrue();
		assertThat(row.line()).isEqualTo(2 + opening.lines().count());
	}

	@Test
	void honoursTheDelimiterHintOverTheHeader() throws RefusedExportException {
		HrRow row = Exports.rows(this.folder, "sep=!\n" + (Exports.HEADER + ROW).replace(';', '!')).get(0);
		assertThat(row.accepted()).isTrue();
	}

	@Test
	void knowsTheLineOfEachRecordBehindQuotedLineBreaks() throws RefusedExportException {
		String text = Exports.HEADER + "1;;0612345678;;;;\"Jan\nde\r\nVries\";\n" + "\n" + ";;;;;;;\n"
				+ "2;;0612345679;;;;Piet;\r\n" + "3;;0612345670;;;;\"Kees \"\"de\"\" Boer\";\r" + "4;;0612345671;;;;;";
		List<HrRow> rows = Exports.rows(this.folder, text);
		assertThat(rows).extracting(HrRow::line).containsExactly(2L, 7L, 8L, 9L);
		assertThat(rows).extracting(HrRow::number).containsExactly(1L, 2L, 3L, 4L);
		assertThat(rows).extracting((row) -> row.name().orElse(""))
			.containsExactly("Jan\nde\nVries", "Piet", "Kees \"de\" Boer", "");
	}

	@Test
	void toleratesSpacesAroundQuotes() throws RefusedExportException {
		HrRow row = Exports.row(this.folder, "1; \"jan@contoso.com\" ;\t\"0612345678\";;;; \"Vries; Jan\"  ;");
		assertThat(row.name()).contains("Vries; Jan");
		assertThat(row.accepted()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE" })
	void believesAByteOrderMark(String name) throws RefusedExportException {
		Charset charset = Charset.forName(name);
		Path file = Exports.write(this.folder, ("\ufeff" + Exports.HEADER + ROW).getBytes(charset));
		FeedSettings settings = Exports.settings(this.folder, Optional.of(StandardCharsets.ISO_8859_1),
				Optional.empty(), Exports.COLUMNS);
		try (HrExport export = HrExport.open(file, settings, Exports.RULES)) {
			assertThat(export.charset()).isEqualTo(name);
			assertThat(Exports.rows(export)).singleElement().matches(HrRow::accepted);
		}
	}

	@Test
	void recognisesWindows1252WhereNothingNamesTheCharacterSet() throws RefusedExportException {
		Path file = Exports.write(this.folder, (Exports.HEADER + ROW).getBytes(Charset.forName("windows-1252")));
		try (HrExport export = HrExport.open(file, Exports.settings(this.folder), Exports.RULES)) {
			assertThat(export.charset()).isEqualTo("windows-1252");
			assertThat(Exports.rows(export)).singleElement().matches(HrRow::accepted);
		}
	}

	@Test
	void readsTheConfiguredCharacterSet() throws RefusedExportException {
		Path file = Exports.write(this.folder, (Exports.HEADER + ROW).getBytes(Charset.forName("windows-1252")));
		FeedSettings settings = Exports.settings(this.folder, Optional.of(Charset.forName("windows-1252")),
				Optional.of(';'), Exports.COLUMNS);
		try (HrExport export = HrExport.open(file, settings, Exports.RULES)) {
			assertThat(Exports.rows(export)).singleElement()
				.extracting(HrRow::values)
				.matches((values) -> values.containsKey(MethodKind.EMAIL));
		}
	}

	@Test
	void hashesTheWholeFileAlsoWhenItSkips() throws Exception {
		Path file = Exports.write(this.folder, "\ufeff" + Exports.HEADER + ROW.repeat(3000));
		try (HrExport export = HrExport.open(file, Exports.settings(this.folder), Exports.RULES)) {
			assertThatIllegalStateException().isThrownBy(export::sha256);
			export.skipTo(2999);
			assertThat(export.next()).map(HrRow::number).contains(2999L);
			assertThat(export.next()).map(HrRow::line).contains(3001L);
			assertThat(export.next()).isEmpty();
			assertThat(export.next()).isEmpty();
			assertThat(export.sha256()).isEqualTo(Sha256.of(file));
			assertThat(export.rows()).isEqualTo(3000);
		}
	}

	@Test
	void givesTheSameRowsAfterARestartAnywhere() throws RefusedExportException {
		StringBuilder text = new StringBuilder(Exports.HEADER);
		for (int row = 1; row <= 40; row++) {
			text.append(row).append(";;061234567").append(row % 10).append(";;;;\"a\nb\";\n");
		}
		List<HrRow> whole = Exports.rows(this.folder, text.toString());
		for (int number = 1; number <= 41; number++) {
			try (HrExport export = HrExport.open(this.folder.resolve("export.csv"), Exports.settings(this.folder),
					Exports.RULES)) {
				export.skipTo(number);
				assertThat(Exports.rows(export)).isEqualTo(whole.subList(number - 1, 40));
			}
		}
	}

	@Test
	void survivesAMonstrousCellAndReadsOn() throws RefusedExportException {
		List<HrRow> rows = Exports.rows(this.folder, Exports.HEADER + "1;;\"" + "9\n".repeat(2_000_000) + "\";;;;Jan;\n"
				+ "2;;" + "8".repeat(4_000_000) + ";;;;Piet;\n" + ";".repeat(100_000) + "x\n" + ROW);
		assertThat(rows).extracting(HrRow::accepted).containsExactly(false, false, false, true);
		assertThat(rows).extracting(HrRow::line).containsExactly(2L, 2_000_003L, 2_000_004L, 2_000_005L);
		assertThat(rows.get(1).problems()).containsExactly(new HrRow.Problem("Mobiel", RowProblem.CELL_TOO_LONG));
	}

}
