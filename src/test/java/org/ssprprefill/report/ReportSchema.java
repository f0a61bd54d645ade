package org.ssprprefill.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract of {@code report.json}: the project's own copy of the schema, applied by a
 * library. Every test that makes a report asks here.
 */
public final class ReportSchema {

	private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(readable(text()), InputFormat.JSON);

	private ReportSchema() {
	}

	/**
	 * Fails unless the text is a valid report.
	 * @param json the text of a {@code report.json}
	 */
	public static void assertValid(String json) {
		assertThat(SCHEMA.validate(json, InputFormat.JSON,
				(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true))))
			.isEmpty();
	}

	/**
	 * Fails unless the text is an object of checks as a report has them, and nothing
	 * else.
	 * @param json {@code {"checks":[…]}}
	 */
	public static void assertValidChecks(String json) {
		String checks = JsonMapper.shared().readTree(text()).at("/properties/checks").toString();
		Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema("{\"type\":\"object\",\"properties\":{\"checks\":" + checks
					+ "},\"required\":[\"checks\"],\"additionalProperties\":false}", InputFormat.JSON);
		assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
	}

	/**
	 * Version 3.0.0 of the validator stumbles over a range beside two types when Jackson
	 * is newer than 3.0; this says the same in other words. It goes with validator 3.0.9.
	 */
	private static String readable(String schema) {
		String range = "\\s*\"minimum\": 0,\\s*\"maximum\": 100";
		return schema.replaceAll("\"type\": \\[\\s*\"number\",\\s*\"null\"\\s*]," + range,
				"\"anyOf\": [{\"type\": \"null\"}, {\"type\": \"number\", \"minimum\": 0, \"maximum\": 100}]");
	}

	/**
	 * The project's copy of the schema.
	 * @return its text, byte for byte
	 */
	static String text() {
		try (InputStream schema = RunReport.class.getResourceAsStream("/report/report.schema.json")) {
			return new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
