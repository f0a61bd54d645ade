package org.ssprprefill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.ledger.SharedDatabase;
import org.ssprprefill.report.ReportSchema;

import static org.assertj.core.api.Assertions.assertThat;

/** The demonstration that the README promises, on copies of the shipped files. */
class DemoJobIT {

	private static final Path GOLDEN = Path.of("src/test/resources/org/ssprprefill/cli/demo-closing.txt");

	@TempDir
	private Path folder;

	@Test
	void endsWithAReportAndTheWordsOfTheReadme() throws IOException {
		Outcome demo = Commands.give(this.folder, "run", demo().toString());
		Path reports = this.folder.resolve("target/demo/reports");
		try (Stream<Path> runs = Files.list(reports)) {
			Path report = runs.findFirst().orElseThrow();
			List<String> closing = demo.err().lines().dropWhile((line) -> !line.startsWith("Done")).toList();
			assertThat(demo.exitCode()).isEqualTo(4);
			assertThat(String.join("\n", closing).replace(report.toString(), "REPORTS/RUN"))
				.isEqualTo(Files.readString(GOLDEN).strip());
			ReportSchema.assertValid(Files.readString(report.resolve("report.json")));
			assertThat(report.resolve("report.html")).exists();
		}
		Outcome second = Commands.give(this.folder, "run", demo().toString());
		assertThat(second.err()).contains("Coverage: ").doesNotContain("registered and confirmed");
	}

	@Test
	void isLaidOutByTheProgramAloneAndEndsWithTheReport() throws IOException {
		Path place = this.folder.resolve("demo");
		DemoFolder demo = new DemoFolder(place);
		demo.fill();
		Path metrics = Files.createDirectories(place.resolve("metrics")).resolve("demo.prom");
		Files.writeString(demo.job(),
				Files.readString(demo.job()).replace("\nreport:", "\nreport:\n  metrics-file: ../metrics/demo.prom"));
		onSharedDatabase(demo.job());
		Outcome first = Commands.give(this.folder, "demo", place.toString());
		List<String> said = first.err().lines().toList();
		assertThat(said.get(0)).startsWith("The demonstration: ").contains(place.toString());
		assertThat(said.get(said.size() - 1)).startsWith("Report: ").endsWith("/report.html");
		assertThat(Path.of(said.get(said.size() - 1).substring("Report: ".length()))).exists()
			.startsWith(place.resolve("reports"));
		assertThat(first.exitCode()).isEqualTo(4);
		assertThat(place.resolve("drop/archive")).exists();
		assertThat(metrics).content().contains("sspr_prefill_run_exit_code{sspr_job=\"demo\"} 4\n");
	}

	@Test
	void carriesEverySampleUnchanged() throws IOException {
		try (Stream<Path> samples = Files.walk(Path.of("sample-data"))) {
			assertThat(samples.filter(Files::isRegularFile).map(Path::toString))
				.containsExactlyInAnyOrderElementsOf(Stream
					.concat(DemoFolder.SAMPLES.stream(), DemoFolder.FLEET_SAMPLES.stream().map("sample-data/"::concat))
					.toList());
		}
		DemoFolder demo = new DemoFolder(this.folder);
		demo.fill();
		demo.fillFleet();
		for (String sample : DemoFolder.FLEET_SAMPLES) {
			assertThat(this.folder.resolve(sample)).hasSameBinaryContentAs(Path.of("sample-data", sample));
		}
		for (String sample : DemoFolder.SAMPLES) {
			assertThat(this.folder.resolve(sample)).hasSameBinaryContentAs(Path.of(sample));
		}
		assertThat(this.folder.resolve("jobs/demo.yaml")).content()
			.contains("drop: ../drop", "directory: ../reports")
			.doesNotContain("target/");
	}

	@Test
	void touchesNoFolderWithOtherFiles() throws IOException {
		Path other = Files.writeString(this.folder.resolve("other"), "");
		Outcome demo = Commands.give(this.folder, "demo", this.folder.toString());
		assertThat(demo.exitCode()).isEqualTo(2);
		assertThat(demo.err()).contains("Name a new folder");
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).containsExactly(other);
		}
	}

	/** The demo beside its data, with the database that all tests share. */
	private Path demo() throws IOException {
		copy(Path.of("sample-data"), this.folder.resolve("sample-data"));
		copy(Path.of("sample-data/hr"), this.folder.resolve("target/demo/drop"));
		Files.createDirectories(this.folder.resolve("jobs"));
		Path job = this.folder.resolve("jobs/demo.yaml");
		Files.writeString(job, Files.readString(Path.of("jobs/demo.yaml")));
		return onSharedDatabase(job);
	}

	private Path onSharedDatabase(Path job) throws IOException {
		Files.createDirectories(this.folder.resolve("home"));
		Path password = job.resolveSibling("password");
		Files.writeString(password, SharedDatabase.access().get(1));
		Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
		SharedDatabase.vault();
		if (Files.notExists(this.folder.resolve("home/ledger.key"))) {
			Files.copy(SharedDatabase.home().keyFile(), this.folder.resolve("home/ledger.key"));
		}
		Files.writeString(job, """

				ledger:
				  url: %s
				  user: postgres
				  password: ${file:password}
				""".formatted(SharedDatabase.access().get(0)), StandardOpenOption.APPEND);
		return job;
	}

	private static void copy(Path from, Path to) {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path copy = to.resolve(from.relativize(file).toString());
				Files.createDirectories(copy.getParent());
				if (Files.notExists(copy)) {
					Files.copy(file, copy);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
