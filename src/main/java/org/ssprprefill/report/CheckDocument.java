package org.ssprprefill.report;

import java.util.List;
import java.util.Map;

import org.ssprprefill.doctor.Check;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A check's answer as the ledger keeps it and the report prints it. */
public final class CheckDocument {

	private static final JsonMapper JSON = JsonMapper.builder().addModule(JsonReportWriter.KEPT_MESSAGES).build();

	private static final JsonMapper INDENTED = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private CheckDocument() {
	}

	/**
	 * Writes a check.
	 * @param check the check
	 * @return JSON in the form of {@code report.json}, but with codes instead of English
	 */
	public static String write(Check check) {
		return JSON.writeValueAsString(CheckLine.of(check));
	}

	/**
	 * Writes many checks as one JSON object.
	 * @param checks the checks
	 * @return {@code {"checks":[…]}}, each in the form of {@code report.json}
	 */
	public static String writeAll(List<Check> checks) {
		return INDENTED.writeValueAsString(Map.of("checks", checks.stream().map(CheckLine::of).toList()));
	}

	/**
	 * Reads a check.
	 * @param json what {@link #write} wrote
	 * @return the line of the report
	 */
	public static CheckLine read(String json) {
		return JSON.readValue(json, CheckLine.class);
	}

}
