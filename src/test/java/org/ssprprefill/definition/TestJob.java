package org.ssprprefill.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** A job file in a temporary folder, with what it may refer to. */
final class TestJob {

	/** The smallest feed section. */
	static final String FEED = """
			feed:
			  drop: drop
			  columns:
			    employee-id: Nr
			    mobile: Mobile
			""";

	/** The smallest job, to which sections are added. */
	static final String SMALLEST = """
			tenant:
			  simulated: tenant.yaml
			""" + FEED;

	private final Path folder;

	private final Map<String, String> environment;

	TestJob(Path folder, Map<String, String> environment) {
		this.folder = folder;
		this.environment = environment;
		file("tenant.yaml", "rw-r--r--", "users: []");
		file("app.pem", "rw-------", "fictional");
	}

	TestJob(Path folder) {
		this(folder, Map.of("SECRET", "correct horse battery staple, really"));
	}

	/** A job against Graph, whose tenant section has these further lines. */
	static String graph(String... lines) {
		return "tenant:\n  id: contoso.com\n  " + String.join("\n  ", lines) + "\n" + FEED;
	}

	Path file(String name, String permissions, String content) {
		try {
			Path file = Files.writeString(this.folder.resolve(name), content);
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path folder() {
		return this.folder;
	}

	Loaded load(String yaml) {
		return JobDefinitions.load(file("job.yaml", "rw-r--r--", yaml), this::variable);
	}

	Loaded loadOffline(String yaml) {
		return JobDefinitions.loadOffline(file("job.yaml", "rw-r--r--", yaml), this::variable);
	}

	Loaded loadForLedger(String yaml) {
		return JobDefinitions.load(file("job.yaml", "rw-r--r--", yaml), this::variable, Purpose.LEDGER);
	}

	JobDefinition valid(String yaml) {
		return valid(load(yaml));
	}

	static JobDefinition valid(Loaded loaded) {
		assertThat(loaded).isInstanceOf(Loaded.Valid.class);
		return ((Loaded.Valid) loaded).definition();
	}

	List<DefinitionProblem> problems(String yaml) {
		return (load(yaml) instanceof Loaded.Invalid invalid) ? invalid.problems() : List.of();
	}

	/** The only problem of a job. */
	DefinitionProblem problem(String yaml) {
		assertThat(problems(yaml)).hasSize(1);
		return problems(yaml).get(0);
	}

	private Optional<String> variable(String name) {
		return Optional.ofNullable(this.environment.get(name));
	}

}
