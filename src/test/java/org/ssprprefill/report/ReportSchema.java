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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract of {@code report.json}: the project's own copy of the schema, applied by a
 * library. Every test that makes a report asks here.
 */
public final class ReportSchema {

	private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(text(), InputFormat.JSON);

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
