package org.ssprprefill.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code check} of this program beside {@code check} of an earlier one: whole processes
 * in turns, both started from a jar, on one processor and on all of them.
 */
final class CheckAgainstJar {

	private static final int TURNS = 5;

	/** What the POSIX shell's {@code times} says of one kind of processes. */
	private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");

	private final Path jar;

	private final Path baseline;

	private final List<String> verb;

	/**
	 * Compares two jars.
	 * @param jar this program
	 * @param baseline an earlier build of it
	 * @param verb the arguments of both
	 */
	CheckAgainstJar(Path jar, Path baseline, List<String> verb) {
		this.jar = jar;
		this.baseline = baseline;
		this.verb = verb;
	}

	/** Seconds by the clock, and of the processors. */
	private record Seconds(double clock, double processor) {
	}

	/** Prints how many times as fast this program is, by the median of the turns. */
	void print(String where, List<String> under) throws IOException, InterruptedException {
		List<Seconds> before = new ArrayList<>();
		List<Seconds> now = new ArrayList<>();
		for (int turn = 0; turn < TURNS; turn++) {
			before.add(time(this.baseline, under));
			now.add(time(this.jar, under));
		}
		double[] clock = new double[TURNS];
		double[] processor = new double[TURNS];
		for (int turn = 0; turn < TURNS; turn++) {
			clock[turn] = before.get(turn).clock() / now.get(turn).clock();
			processor[turn] = before.get(turn).processor() / now.get(turn).processor();
		}
		System.out.printf(Locale.ROOT,
				"   %s: %.1f s, the baseline %.1f s: %.2f times as fast by the clock, %.2f times by processor time"
						+ " (medians of %d turns; processor seconds %.1f and %.1f)%n",
				where, median(now.stream().mapToDouble(Seconds::clock).toArray()),
				median(before.stream().mapToDouble(Seconds::clock).toArray()), median(clock), median(processor), TURNS,
				median(now.stream().mapToDouble(Seconds::processor).toArray()),
				median(before.stream().mapToDouble(Seconds::processor).toArray()));
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private Seconds time(Path program, List<String> under) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" > /dev/null 2>&1; times", "sh"));
		command.addAll(under);
		command.addAll(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx192m", "-jar",
				program.toString()));
		command.addAll(this.verb);
		long start = System.nanoTime();
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String last = "";
		try (BufferedReader lines = process.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				last = line;
			}
		}
		process.waitFor();
		double clock = (System.nanoTime() - start) / 1e9;
		Matcher times = TIMES.matcher(last);
		if (!times.find()) {
			throw new IOException("No times of " + program + ": " + last);
		}
		return new Seconds(clock, seconds(times, 1) + seconds(times, 3));
	}

	private static double seconds(Matcher times, int group) {
		return 60 * Double.parseDouble(times.group(group)) + Double.parseDouble(times.group(group + 1));
	}

	/** Whether both jars are there. */
	boolean canRun() {
		return Files.exists(this.jar) && Files.exists(this.baseline);
	}

}
