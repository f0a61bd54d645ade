package org.ssprprefill.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.Application;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Table e: how fast {@code check} looks at a large file, on one processor and on all of
 * them, beside a bare loop over the same file; how long the command takes from start to
 * end; and, with {@code -Dbench.baseline=JAR}, how long an earlier build takes for it.
 */
class IntakeBenchmark {

	private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);

	private static final List<String> HEAP = List.of("-Xmx256m");

	/** Keeps the compiler and the garbage collector on the one processor, too. */
	private static final List<String> ONE_CORE = List.of("taskset", "-c", "0");

	@TempDir
	private Path folder;

	@Test
	void tableE() throws IOException, InterruptedException {
		Path file = this.folder.resolve("export.csv");
		IntakeFile.write(file, ROWS);
		System.out.printf(Locale.ROOT, "%ne. check of %,d rows, %d MB (%s)%n", ROWS, Files.size(file) >> 20,
				Processes.machine());
		List<String> rounds = List.of(IntakeRounds.class.getName(), file.toString(), String.valueOf(ROWS));
		if (run(true, ONE_CORE, List.of("true")) == 0) {
			assertThat(run(false, ONE_CORE, java(HEAP, rounds))).isZero();
		}
		else {
			assertThat(run(false, List.of(), java(List.of("-Xmx256m", "-XX:ActiveProcessorCount=1"), rounds))).isZero();
		}
		assertThat(run(false, List.of(), java(HEAP, rounds))).isZero();
		long start = System.nanoTime();
		assertThat(run(true, List.of(), java(HEAP, verb(file)))).isEqualTo(4);
		System.out.printf(Locale.ROOT, "   the command from start to end: %.1f s%n", (System.nanoTime() - start) / 1e9);
		againstBaseline(file);
	}

	private void againstBaseline(Path file) throws IOException, InterruptedException {
		String baseline = System.getProperty("bench.baseline", "");
		if (baseline.isEmpty()) {
			return;
		}
		List<String> verb = verb(file);
		CheckAgainstJar jars = new CheckAgainstJar(Programs.JAR, Path.of(baseline), verb.subList(1, verb.size()));
		if (!jars.canRun()) {
			System.out.println("   no comparison: " + Programs.JAR + " or " + baseline + " is not there");
			return;
		}
		jars.print("all processors", List.of());
		jars.print("one processor", ONE_CORE);
	}

	private List<String> verb(Path file) throws IOException {
		Path job = Files.writeString(this.folder.resolve("job.yaml"), """
				tenant: {id: contoso.com, client-id: 00000000-0000-0000-0000-000000000000, certificate: app.pem}
				feed:
				  drop: .
				  columns: {employee-id: Personeelsnummer, mobile: Mobiel, email: Privé e-mail, country: Land}
				  default-country: NL
				""");
		return List.of(Application.class.getName(), "check", file.toString(), "--job", job.toString());
	}

	private static List<String> java(List<String> options, List<String> arguments) {
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElse("java"));
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path")));
		command.addAll(arguments);
		return command;
	}

	private static int run(boolean silent, List<String> under, List<String> command)
			throws IOException, InterruptedException {
		List<String> whole = new ArrayList<>(under);
		whole.addAll(command);
		try {
			Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
			try (BufferedReader lines = process.inputReader()) {
				lines.lines().filter((line) -> !silent).forEach(System.out::println);
			}
			return process.waitFor();
		}
		catch (IOException ex) {
			// Not on this machine
			System.out.println("   " + ex.getMessage());
			return -1;
		}
	}

}
