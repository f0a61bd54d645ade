package org.ssprprefill.feed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What systems write above, between and below the lines of a table. */
class HeadAndFootTests {

	private static final Map<Field, List<String>> COLUMNS = Map.of(Field.EMPLOYEE_ID, List.of("Employee ID"),
			Field.MOBILE, List.of("Mobile"), Field.NAME, List.of("Name"));

	@TempDir
	private Path folder;

	static Stream<Arguments> tables() {
		String header = "Employee ID,Name,Mobile\n";
		String rows = "1,Anna,0612345678\n2,Bram,0612345679\n";
		return Stream.of(arguments("labels below technical names", "PERNR,ENAME,USRID\n" + header + rows),
				arguments("labels below names of which one is known", "PERNR,NAME,USRID\n" + header + rows),
				arguments("labels below names of which two are known in another language",
						"personnelNumber,mobilePhone,CNAME\n" + "Employee ID,Mobile,Name\n"
								+ "1,0612345678,Anna\n2,0612345679,Bram\n"),
				arguments("technical names below labels", header + "PERNR,ENAME,USRID\n" + rows),
				arguments("a rule below the header", header + "-----,------,-----\n" + rows),
				arguments("a list drawn with rules",
						"-----------\n|Employee ID|Name|Mobile|\n|----|----|----|\n|1|Anna|0612345678|\n|2|Bram|0612345679|\n-----------\n"),
				arguments("a short rule and a count in brackets, as sqlcmd prints them",
						header + "--,--,--\n" + rows + "\n(2 rows affected)\n"),
				arguments("a sum and a page", header + rows + "Totaal: 2,,\nBladzijde 1 van 1,,\n"),
				arguments("Entra's bulk template", "version:v1.0\n" + header + rows),
				arguments("PowerShell's type",
						"#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser\n" + header + rows),
				arguments("a closing Ctrl-Z", header + rows + "\u001a"), arguments("Frappe's template", """
						"Data Import Template"
						"Table:","Employee"
						""
						"Please do not change the template headings."
						"Column Labels:","Employee ID","Name","Mobile"
						"Column Name:","name","employee_name","cell_number"
						"Mandatory:","Yes","Yes","No"
						"Type:","Data","Data (140)","Data"
						"Info:","","","One of: 1, 2"
						"Start entering data below this line"
						"","1","Anna","0612345678"
						"","2","Bram","0612345679"
						"""));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("tables")
	void areNoRows(String name, String text) throws RefusedExportException {
		assertThat(rows(text)).hasSize(2).allMatch(HrRow::accepted).allMatch((row) -> row.name().isPresent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc,Anna,none", "1,Anna,see above", "abc,Anna,0612345678" })
	void leaveEveryRowThatCouldBeOne(String row) throws RefusedExportException {
		assertThat(rows("Employee ID,Name,Mobile\n" + row + "\n2,Bram,0612345679\n")).hasSize(2);
	}

	private List<HrRow> rows(String text) throws RefusedExportException {
		FeedSettings settings = Exports.settings(this.folder, Optional.empty(), Optional.empty(), COLUMNS);
		try (HrExport export = HrExport.open(Exports.write(this.folder, text), settings, Exports.RULES)) {
			return Exports.rows(export);
		}
	}

}
