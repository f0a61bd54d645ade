package org.ssprprefill.report;

import java.util.Map;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a JSON Schema. */
public final class SchemaWriter {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/**
	 * Writes a schema.
	 * @param schema as maps and lists
	 * @return one JSON object on many lines
	 */
	public String write(Map<String, Object> schema) {
		return JSON.writeValueAsString(schema);
	}

}
