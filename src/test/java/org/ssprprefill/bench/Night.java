package org.ssprprefill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.ssprprefill.simulator.Simulator;

/** A job with its feed and home, run as a scheduler does: in a process of its own. */
final class Night {

	/** After a whole collection nothing is left but what is in use. */
	private static final Pattern IN_USE = Pattern.compile("Pause Full.* \\d+M->(\\d+)M\\(");

	/** After a small collection little else is left. */
	private static final Pattern LEFT = Pattern.compile("Pause .* \\d+M->(\\d+)M\\(");

	private static final Duration BETWEEN_COLLECTIONS = Duration.ofSeconds(5);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

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
	 * @param megabytes the most of the heap that was in use: what was left by whole
	 * collections every five seconds, or else by those that came of themselves
	 * @param graph what was asked of the tenant
	 * @param usage what the process and its database used, looked at four times a second
	 */
	record Course(double seconds, long megabytes, JsonNode graph, Usage usage) {
	}

	/**
	 * Runs a night with these rows: employee id, mobile number, address.
	 * @param program how the program is started, the Java executable first
	 * @param collecting whether to collect garbage all the time, to see what is in use
	 */
	Course run(List<String> program, boolean collecting, Stream<String> rows) throws Exception {
		this.nights++;
		Path job = prepare(rows);
		Path log = this.folder.resolve("gc" + this.nights + ".log");
		Path output = this.folder.resolve("output" + this.nights + ".txt");
		String java = program.get(0);
		List<String> command = new ArrayList<>(List.of(java, "-Xlog:gc:file=" + log));
		command.addAll(program.subList(1, program.size()));
		command.addAll(
				List.of("run", job.toString(), "--json", "--quiet", "--home", this.folder.resolve("home").toString()));
		ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile())
			.redirectError(this.folder.resolve("errors" + this.nights + ".txt").toFile());
		builder.environment().putAll(Map.of("BENCH_TOKEN", this.tenant.accessToken()));
		long start = System.nanoTime();
		Process process = builder.start();
		Duration between = collecting ? BETWEEN_COLLECTIONS : BETWEEN_LOOKS;
		Usage usage = Usage.NONE;
		while (!process.waitFor(between.toMillis(), TimeUnit.MILLISECONDS)) {
			usage = usage.orMore(Usage.of(process, this.folder.resolve("home")));
			if (collecting) {
				collect(java, process.pid());
			}
		}
		int exit = process.exitValue();
		double seconds = (System.nanoTime() - start) / 1e9;
		if (exit != 0) {
			throw new IllegalStateException("The night ended with " + exit + ": "
					+ Files.readString(this.folder.resolve("errors" + this.nights + ".txt")));
		}
		return new Course(seconds, mostInUse(log, collecting ? IN_USE : LEFT),
				report(Files.readString(output)).path("graph"), usage);
	}

	/** A Java that makes a cache writes about that before and after it. */
	private static JsonNode report(String output) {
		return JsonMapper.builder()
			.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.build()
			.readTree(output.substring(output.indexOf('{')));
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
				pace: {requests-per-second: 10000, in-flight: 16}
				limits: {changes: 100000, changes-percent: 200}
				report: {directory: reports}
				""".formatted(this.tenant.endpoint(), this.tenant.login()));
		Files.setPosixFilePermissions(job, PosixFilePermissions.fromString("rw-------"));
		return job;
	}

	private static void collect(String java, long process) throws Exception {
		new ProcessBuilder(Path.of(java).resolveSibling("jcmd").toString(), String.valueOf(process), "GC.run")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor();
	}

	private static long mostInUse(Path log, Pattern left) throws IOException {
		long most = 0;
		for (String line : Files.readAllLines(log)) {
			Matcher heap = left.matcher(line);
			most = heap.find() ? Math.max(most, Long.parseLong(heap.group(1))) : most;
		}
		return most;
	}

}
