package org.ssprprefill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ssprprefill.report.JsonReportWriter;
import org.ssprprefill.report.RunReport;

/**
 * What a command did, seen from outside.
 *
 * @param exitCode its exit code
 * @param out its standard output
 * @param err its standard error
 * @param reports the report directory
 * @param written every write that the tenant applied, for example {@code e1001 mobile}
 */
record Outcome(int exitCode, String out, String err, Path reports, List<String> written) {

	boolean hasReport() {
		return this.out.contains("\"schemaVersion\"");
	}

	RunReport report() {
		if (!hasReport()) {
			throw new AssertionError("There is no report; exit code " + this.exitCode + " and:\n" + this.err);
		}
		return new JsonReportWriter().read(this.out);
	}

	Path folder() {
		return this.reports.resolve(report().run().id());
	}

	String file(String name) {
		try {
			return Files.readString(folder().resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The lines of {@code people.csv} by their columns' names. */
	List<Map<String, String>> people() {
		return csv("people.csv");
	}

	/** The line of the person or row with that employee id. */
	Map<String, String> person(String employeeId) {
		return people().stream()
			.filter((line) -> line.get("employee_id").equals(employeeId))
			.findFirst()
			.orElseThrow(() -> new AssertionError("people.csv has no line for " + employeeId));
	}

	List<Map<String, String>> csv(String name) {
		String text = file(name).replaceFirst("^\uFEFF", "");
		// The separator is the one that Excel expects in the report's language
		char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
		try (CSVParser parser = CSVParser.parse(text,
				CSVFormat.RFC4180.builder().setDelimiter(separator).setHeader().setSkipHeaderRecord(true).get())) {
			return parser.stream().map(CSVRecord::toMap).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
