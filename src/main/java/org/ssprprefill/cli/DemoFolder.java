package org.ssprprefill.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.ssprprefill.definition.JobSchema;
import org.ssprprefill.report.SchemaWriter;

/**
 * The folder of a demonstration: the samples that the program carries, laid out as in the
 * sources. What lies there already is not touched.
 */
final class DemoFolder {

	private static final String JOB = "jobs/demo.yaml";

	/** A program archive cannot be listed, so the samples are named. */
	static final List<String> SAMPLES = List.of("sample-data/tenant.yaml", "sample-data/bad-night.yaml",
			"sample-data/hr/afas-medewerkers.csv", "sample-data/hr/personio-mitarbeiter.csv",
			"sample-data/hr/workday-workers.csv");

	private static final String FLEET = "fleet/fleet.yaml";

	static final List<String> FLEET_SAMPLES = List.of("fleet/fleet.yaml", "fleet/tenant.yaml",
			"fleet/people/contoso.yaml", "fleet/people/fabrikam.yaml", "fleet/people/litware.yaml",
			"fleet/drop/contoso/people.csv", "fleet/drop/fabrikam/people.csv", "fleet/drop/litware/people.csv");

	private final Path folder;

	DemoFolder(Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
	}

	Path job() {
		return this.folder.resolve(JOB);
	}

	Path fleet() {
		return this.folder.resolve(FLEET);
	}

	Path home() {
		return this.folder.resolve("home");
	}

	/**
	 * Lays out the samples, and HR's exports once more where an earlier demonstration
	 * took them.
	 */
	void fill() {
		fill(() -> {
			// In the sources the build's folder holds what comes and goes
			put(JOB, new String(sample(JOB), StandardCharsets.UTF_8).replace("../target/demo/", "../")
				.getBytes(StandardCharsets.UTF_8));
			put("jobs/" + JobSchema.FILE, new SchemaWriter().write(JobSchema.tree()).getBytes(StandardCharsets.UTF_8));
			for (String sample : SAMPLES) {
				put(sample, sample(sample));
				if (sample.endsWith(".csv")) {
					put(sample.replace("sample-data/hr/", "drop/"), sample(sample));
				}
			}
		});
	}

	/** The same for the sample fleet. */
	void fillFleet() {
		fill(() -> {
			for (String sample : FLEET_SAMPLES) {
				put(sample, sample("sample-data/" + sample));
			}
		});
	}

	private void fill(Filling filling) {
		try {
			refuseForeignFolder();
			filling.fill();
		}
		catch (IOException ex) {
			throw new Refusal(ExitCode.USAGE, "The demonstration cannot be laid out in " + this.folder
					+ ": it cannot be written there. Name a folder of yours: sspr-prefill demo DIR");
		}
	}

	private void refuseForeignFolder() throws IOException {
		if (!Files.isDirectory(this.folder)) {
			return;
		}
		try (Stream<Path> entries = Files.list(this.folder)) {
			if (Files.notExists(job()) && Files.notExists(fleet()) && entries.findAny().isPresent()) {
				throw new Refusal(ExitCode.USAGE, this.folder + " holds other files and was not touched. "
						+ "Name a new folder: sspr-prefill demo DIR");
			}
		}
	}

	private void put(String name, byte[] content) throws IOException {
		Path place = this.folder.resolve(name);
		Files.createDirectories(place.resolveSibling(""));
		if (Files.notExists(place)) {
			Files.write(place, content);
		}
	}

	private static byte[] sample(String name) throws IOException {
		try (InputStream sample = Objects.requireNonNull(DemoFolder.class.getResourceAsStream("/demo/" + name),
				"the program carries " + name)) {
			return sample.readAllBytes();
		}
	}

	/** Lays out samples. */
	private interface Filling {

		void fill() throws IOException;

	}

}
