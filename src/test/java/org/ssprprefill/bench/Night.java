package org.ssprprefill.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.ssprprefill.simulator.Simulator;

/** A job with its feed and home, run as a scheduler does: in a process of its own. */
final class Night {

	private static final Pattern HEAP = Pattern.compile("(\\d+)M->\\d+M\\(");

	private final Path folder;

	private final Simulator tenant;

	private int nights;

	Night(Path folder, Simulator tenant) {
		this.folder = folder;
		this.tenant = tenant;
	}

	/**
	 * How a night went.
	 *
	 * @param seconds from the start of the process to its end
	 * @param megabytes the fullest the heap was
	 * @param graph what was asked of the tenant
	 */
	record Course(double seconds, long megabytes, JsonNode graph) {
	}

	/** Runs a night with these rows: employee id, mobile number, address. */
	Course run(String java, List<String> options, Stream<String> rows) throws Exception {
		this.nights++;
		Path job = prepare(rows);
		Path log = this.folder.resolve("gc" + this.nights + ".log");
		Path output = this.folder.resolve("output" + this.nights + ".txt");
		List<String> command = new ArrayList<>(List.of(java, "-Xlog:gc:file=" + log));
		command.addAll(options);
		command.addAll(List.of("-cp", productClassPath(), "org.ssprprefill.Application", "run", job.toString(),
				"--json", "--quiet", "--home", this.folder.resolve("home").toString()));
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile())
			.redirectError(this.folder.resolve("errors" + this.nights + ".txt").toFile());
		builder.environment().putAll(Map.of("BENCH_TOKEN", this.tenant.accessToken()));
		long start = System.nanoTime();
		int exit = builder.start().waitFor();
		double seconds = (System.nanoTime() - start) / 1e9;
		if (exit != 0) {
			throw new IllegalStateException("The night ended with " + exit + ": "
					+ Files.readString(this.folder.resolve("errors" + this.nights + ".txt")));
		}
		return new Course(seconds, fullest(log),
				JsonMapper.builder().build().readTree(Files.readString(output)).path("graph"));
	}

	private Path prepare(Stream<String> rows) throws IOException {
		Path drop = Files.createDirectories(this.folder.resolve("drop"));
		List<String> lines = new ArrayList<>(List.of("Id;Mobile;Email"));
		rows.forEach(lines::add);
		Files.write(drop.resolve("hr" + this.nights + ".csv"), lines);
		Path job = Files.writeString(this.folder.resolve("bench.yaml"), """
				tenant:
				  id: 6a1f0c5e-0000-4000-8000-000000000001
				  access-token: ${BENCH_TOKEN}
				  endpoint: %s
				  login: %s
				feed:
				  drop: drop
				  settled-for: 0s
				  columns: {employee-id: Id, mobile: Mobile, email: Email}
				  default-country: NL
				limits: {changes: 100000, changes-percent: 200}
				report: {directory: reports}
				""".formatted(this.tenant.endpoint(), this.tenant.login()));
		Files.setPosixFilePermissions(job, PosixFilePermissions.fromString("rw-------"));
		return job;
	}

	private static long fullest(Path log) throws IOException {
		long fullest = 0;
		for (String line : Files.readAllLines(log)) {
			Matcher heap = HEAP.matcher(line);
			fullest = heap.find() ? Math.max(fullest, Long.parseLong(heap.group(1))) : fullest;
		}
		return fullest;
	}

	/** Without the tests' own resources, which would replace the product's. */
	private static String productClassPath() {
		return String.join(File.pathSeparator,
				Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
					.filter((entry) -> !entry.contains("test-classes"))
					.toList());
	}

}
