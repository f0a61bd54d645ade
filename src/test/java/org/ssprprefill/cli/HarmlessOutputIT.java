package org.ssprprefill.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

/** Whoever fills in HR's cells gets nothing to run on anybody's machine. */
@ExtendWith(Rehearsals.class)
class HarmlessOutputIT {

	private static final String SCRIPT = "<script>alert(1)</script>";

	private static final String FORMULA = "=HYPERLINK(\"\"http://example.org\"\")";

	private final Outcome night = Rehearsal.of(tenant(user("E1"), user("E2"), user("E3")))
		.with("feed.columns.name", "Name")
		.with("feed.columns.group", "Dept")
		.with("feed.columns.email", "\"=Email\"")
		.file("\u001B[2Jx.csv", "")
		.file("=hr.csv",
				"Id;Mobile;=Email;Name;Dept\nE1;06 12345601;not an address;" + SCRIPT + ";" + SCRIPT
						+ "\nE2;call me;two@example.org;\"" + FORMULA + "\";\"" + FORMULA
						+ "\"\nE3;call me;three@example.org;+1+1;@SUM(A1)\n-9;06 12345604;;;-1+1\n")
		.run();

	@Test
	void writesNoCellThatASpreadsheetTakesForAFormula() {
		assertThat(this.night).exitsWith(4).wroteExactly("e1 mobile", "e2 email", "e3 email");
		List<String> cells = new ArrayList<>();
		for (Map<String, String> line : this.night.people()) {
			cells.addAll(line.values());
		}
		assertThat(cells).anyMatch((cell) -> cell.contains("HYPERLINK")).anyMatch((cell) -> cell.contains("SUM"));
		for (Map<String, String> line : this.night.csv("rejects.csv")) {
			cells.addAll(line.values());
		}
		assertThat(cells).noneMatch((cell) -> cell.matches("(?s)\\s*[=+@\\t\\r-].*"));
	}

	@Test
	void movesNoCursorByTheNameOfAFile() {
		assertThat(this.night.err()).contains("_[2Jx.csv").doesNotContain("\u001B");
	}

	@Test
	void writesNoMarkupOfOthersIntoThePage() {
		assertThat(this.night.file("report.html")).doesNotContain(SCRIPT).contains("&lt;script&gt;");
	}

}
