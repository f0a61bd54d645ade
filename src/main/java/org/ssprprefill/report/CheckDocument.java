package org.ssprprefill.report;

import org.ssprprefill.doctor.Check;
import tools.jackson.databind.json.JsonMapper;

/** A check's answer as the ledger keeps it and the report prints it. */
public final class CheckDocument {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private CheckDocument() {
	}

	/**
	 * Writes a check.
	 * @param check the check
	 * @return JSON in the form of {@code report.json}
	 */
	public static String write(Check check) {
		return JSON.writeValueAsString(CheckLine.of(check));
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
