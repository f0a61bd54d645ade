package org.ssprprefill.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.init.JobDraft;
import org.ssprprefill.report.SchemaWriter;

import static org.assertj.core.api.Assertions.assertThat;

/** What editors are told about job definitions is what the program reads. */
class JobSchemaTests {

	private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(new SchemaWriter().write(JobSchema.tree()), InputFormat.JSON);

	@Test
	void knowsExactlyTheKeysThatAreRead() {
		keys("", JobSchema.tree());
	}

	private static void keys(String section, Map<?, ?> schema) {
		Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
		assertThat(properties.keySet().stream().map(Object::toString))
			.containsExactlyInAnyOrderElementsOf(Keys.in(section));
		properties.forEach((key, value) -> {
			String path = Keys.path(section, key.toString());
			if (Keys.isSection(path)) {
				keys(path, (Map<?, ?>) value);
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "demo.yaml", "nightly.yaml" })
	void admitsTheSamples(String job) throws IOException {
		String text = Files.readString(Path.of("jobs", job));
		assertThat(text).startsWith(JobSchema.MODELINE + "\n");
		assertThat(SCHEMA.validate(text, InputFormat.YAML)).isEmpty();
	}

	@Test
	void admitsWhatInitProposes() throws Exception {
		try (Stream<Path> exports = Files.list(Path.of("sample-data/hr"))) {
			for (Path export : exports.toList()) {
				String text = JobDraft.of(export).text();
				assertThat(text).startsWith(JobSchema.MODELINE + "\n");
				assertThat(SCHEMA.validate(text, InputFormat.YAML)).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tenant: {secret: x}", "methods: {mobile: always}", "report: {formats: html}",
			"feed: {settled-for: soon}", "tenant: {client-secret: literal}", "scope: {pilot: few}" })
	void objectsToWhatIsNotRead(String job) {
		String whole = job + "\n" + (job.startsWith("tenant") ? "" : "tenant: {}\n")
				+ (job.startsWith("feed") ? "" : "feed: {}\n");
		assertThat(SCHEMA.validate(whole, InputFormat.YAML)).isNotEmpty();
	}

}
