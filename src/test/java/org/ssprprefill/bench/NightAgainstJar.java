package org.ssprprefill.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.ssprprefill.simulator.Simulator;

/**
 * A quiet night of this program beside one of an earlier build: whole processes in turns,
 * each with a home and a database of its own, on rows that a first night has seen.
 */
final class NightAgainstJar {

	private static final String HEAP = "-Xmx512m";

	private final Night before;

	private final Night now;

	private final List<String> baseline;

	private final List<String> program;

	/**
	 * Prepares the homes of both.
	 * @param folder where they lie
	 * @param tenant the tenant of both
	 * @param java the Java executable
	 * @param baseline the earlier build
	 */
	NightAgainstJar(Path folder, Simulator tenant, String java, Path baseline) throws Exception {
		this.before = new Night(Files.createDirectories(folder.resolve("before")), tenant);
		this.now = new Night(Files.createDirectories(folder.resolve("now")), tenant);
		this.baseline = List.of(java, HEAP, "-jar", baseline.toAbsolutePath().toString());
		this.program = List.of(java, HEAP, "-jar", Programs.JAR.toAbsolutePath().toString());
	}

	/**
	 * Prints how many times as much this program takes, by the median of the turns.
	 * @param rows the rows, in an order for each night; the first night fills the ledger
	 * @param turns how many nights of each kind
	 */
	void print(IntFunction<Stream<String>> rows, int turns) throws Exception {
		this.before.run(this.baseline, false, rows.apply(0));
		this.now.run(this.program, false, rows.apply(0));
		List<Turn> reordered = new ArrayList<>();
		List<Turn> again = new ArrayList<>();
		for (int turn = 1; turn <= turns; turn++) {
			reordered.add(turn(rows, turn));
			again.add(turn(rows, turn));
		}
		System.out.printf(Locale.ROOT, "   medians of %d turns, %s, load %.1f%n", turns, HEAP, Processes.load());
		compare("the same rows in another order", reordered);
		compare("the same file again", again);
	}

	private Turn turn(IntFunction<Stream<String>> rows, int order) throws Exception {
		return new Turn(this.before.run(this.baseline, false, rows.apply(order)),
				this.now.run(this.program, false, rows.apply(order)));
	}

	/** A night of each, one after the other. */
	private record Turn(Night.Course then, Night.Course now) {
	}

	private static void compare(String night, List<Turn> turns) {
		System.out.println("   " + night);
		compare("seconds by the clock", turns, Night.Course::seconds);
		compare("processor seconds of the program", turns, (course) -> course.usage().program());
		compare("processor seconds of its database", turns, (course) -> course.usage().database());
		compare("MB of its heap in use at most", turns, Night.Course::megabytes);
		compare("MB of its memory at most (resident)", turns, (course) -> course.usage().megabytes());
	}

	private static void compare(String what, List<Turn> turns, ToDoubleFunction<Night.Course> figure) {
		double then = median(turns.stream().mapToDouble((turn) -> figure.applyAsDouble(turn.then())));
		double tonight = median(turns.stream().mapToDouble((turn) -> figure.applyAsDouble(turn.now())));
		System.out.printf(Locale.ROOT, "      %-34s %7.1f, the baseline %7.1f: %.2f times as much%n", what, tonight,
				then, tonight / then);
	}

	private static double median(DoubleStream figures) {
		double[] values = figures.sorted().toArray();
		return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
	}

}
