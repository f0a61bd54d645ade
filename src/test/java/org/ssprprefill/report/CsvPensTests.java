package org.ssprprefill.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.feed.RowProblem;
import org.ssprprefill.report.ReportSettings.Format;

import static org.assertj.core.api.Assertions.assertThat;

class CsvPensTests {

	private static final String PEOPLE_HEADER = "\uFEFFfile,line,object_id,user_principal_name,employee_id,group,"
			+ "decision,reason,mobile_action,mobile_reason,mobile_outcome,office_action,office_reason,office_outcome,"
			+ "alternate_mobile_action,alternate_mobile_reason,alternate_mobile_outcome,"
			+ "email_action,email_reason,email_outcome,licence,can_reset,gap,can_reset_2027,remedy\r\n";

	@TempDir
	Path directory;

	@Test
	void peopleHaveTheAgreedColumns() throws IOException {
		assertThat(people()).isEqualTo(PEOPLE_HEADER);
	}

	@Test
	void aPersonIsALine() throws IOException {
		assertThat(people(RunReports.person("jane@contoso.com", "no-method"))).isEqualTo(PEOPLE_HEADER
				+ "hr.csv,7,id of jane@contoso.com,jane@contoso.com,E1007,Sales,matched,,"
				+ "add,not-registered,confirmed,,,,,,,,,,writeback,no,no-method,no,Add a private e-mail address.\r\n");
	}

	@Test
	void aPersonWithoutARowHasNoLineNumber() throws IOException {
		PersonLine person = new PersonLine("", OptionalLong.empty(), "id", "upn", "", "", "no-row", "", Map.of(),
				"unknown", "unknown", "not-measurable", "unknown", "");
		assertThat(people(person))
			.endsWith("\r\n,,id,upn,,,no-row,,,,,,,,,,,,,,unknown,unknown,not-measurable,unknown,\r\n");
	}

	@Test
	void rejectsHaveEightColumnsAndSayHowToMend() throws IOException {
		assertThat(rejects(new RejectLine("hr.csv", 12, "E1012", "Doe, Jane", "Mobiel", RowProblem.NO_KEY, 1, "",
				Optional.empty())))
			.isEqualTo("\uFEFFfile,line,employee id,name,column,problem,what is wrong,how to mend it\r\n"
					+ "hr.csv,12,E1012,\"Doe, Jane\",Mobiel,no-key,"
					+ CsvFile.cell(Texts.in(Language.EN).problem("no-key")) + ","
					+ CsvFile.cell(Texts.in(Language.EN).mending("no-key")) + "\r\n");
	}

	@Test
	void rejectsSayHowManyAddressesStandInACell() throws IOException {
		assertThat(rejects(new RejectLine("hr.csv", 12, "E1012", "Doe", "Mail", RowProblem.EMAIL_INVALID, 3, "",
				Optional.empty())))
			.contains(",Mail,email-invalid,\"3 addresses in one cell; keep one.\",");
	}

	@ParameterizedTest
	@CsvSource({ "EN, ','", "NL, ;", "DE, ;" })
	void rejectsOpenInTheExcelOfTheirLanguage(Language language, String separator) throws IOException {
		RejectLine line = new RejectLine("hr.csv", 12, "0001346", "Doe", "Mobiel", RowProblem.NO_KEY, 1, "",
				Optional.empty());
		assertThat(rejects(line, language))
			.contains("\r\n" + String.join(separator, "hr.csv", "12", "0001346", "Doe", "Mobiel", "no-key"));
	}

	@ParameterizedTest
	@EnumSource
	void everyProblemHasTextsForHr(RowProblem problem) {
		assertThat(Texts.in(Language.EN).problem(problem.word())).endsWith(".").hasSizeBetween(20, 200);
		assertThat(Texts.in(Language.EN).mending(problem.word())).endsWith(".").contains("example").isNotEqualTo("");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+31", "-2", "@sum", "\tx", "\rx" })
	void noCellIsAFormula(String value) {
		assertThat(CsvFile.cell(value).replaceFirst("^\"", "")).startsWith("'" + value.charAt(0));
	}

	@ParameterizedTest
	@ValueSource(strings = { " =1+1", "\u00A0=1+1", "\u200B@sum", "\uFF1D1", "\uFF0B31", "\uFF0D2", "\uFF20sum" })
	void noCellIsAFormulaBehindWhatNobodySees(String value) {
		assertThat(CsvFile.cell(value).replaceFirst("^\"", "")).startsWith("'" + value.charAt(0));
	}

	/** Where a list separator is no comma, a quote inside a line opens no cell. */
	@ParameterizedTest
	@ValueSource(strings = { ";", "\t", "\n", "|", "\r\n" })
	void noCellBecomesAFormulaWhereAnotherSeparatorIsUsual(String separator) {
		assertThat(CsvFile.cell("Jansen" + separator + " =1+1"))
			.isEqualTo(separator.equals("|") ? "Jansen|' =1+1" : "\"Jansen" + separator + "' =1+1\"");
		assertThat(CsvFile.cell("Sales" + separator + "HR-1")).doesNotContain("'");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "a,b|\"a,b\"", "say \"hi\"|\"say \"\"hi\"\"\"", "plain|plain", "a;b|\"a;b\"" })
	void quotesWhatNeedsQuotes(String value, String cell) {
		assertThat(CsvFile.cell(value)).isEqualTo(cell);
	}

	@Property
	void aCellNeverBreaksOut(@ForAll String value) {
		String cell = CsvFile.cell(value);
		boolean quoted = cell.startsWith("\"");
		String inner = quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "") : cell;
		assertThat(inner).doesNotContain("\"");
		assertThat(quoted || !inner.matches("(?s).*[,\r\n].*")).isTrue();
	}

	@Test
	void anUnfinishedFileNeverAppears() throws IOException {
		ReportFolder folder = folder();
		try (PeopleWriter pen = new PeopleWriter(folder, Set.of(Format.CSV))) {
			pen.write(RunReports.person("jane@contoso.com", ""));
		}
		try (var files = Files.list(folder.path())) {
			assertThat(files).isEmpty();
		}
	}

	@Test
	void onlyTheOwnerCanReadFolderAndFiles() throws IOException {
		people();
		Path folder = folder().path();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
		for (String name : List.of("people.csv", "people.xlsx")) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)))).as(name)
				.isEqualTo("rw-------");
		}
	}

	private String people(PersonLine... people) throws IOException {
		try (PeopleWriter pen = new PeopleWriter(folder(), TableFiles.FORMATS)) {
			for (PersonLine person : people) {
				pen.write(person);
			}
			pen.complete();
		}
		return Files.readString(folder().path().resolve("people.csv"));
	}

	private String rejects(RejectLine reject) throws IOException {
		return rejects(reject, Language.EN);
	}

	private String rejects(RejectLine reject, Language language) throws IOException {
		try (RejectsWriter pen = new RejectsWriter(folder(), "rejects", TableFiles.FORMATS, language)) {
			pen.write(reject);
			pen.complete();
		}
		return Files.readString(folder().path().resolve("rejects.csv"));
	}

	private ReportFolder folder() {
		return ReportFolder.in(this.directory, "run-1");
	}

}
