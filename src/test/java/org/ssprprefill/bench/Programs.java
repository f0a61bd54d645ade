package org.ssprprefill.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The ways in which the program can be started. */
final class Programs {

	/** The jar, if {@code ./mvnw -DskipTests package} has made one. */
	static final Path JAR = Path.of(System.getProperty("bench.jar", "target/sspr-prefill.jar"));

	private Programs() {
	}

	/**
	 * A way to start it.
	 *
	 * @param words what it is
	 * @param first the command up to the verb, for the first night
	 * @param program the same for all other nights
	 */
	record Way(String words, List<String> first, List<String> program) {

		static Way of(String words, String... program) {
			return new Way(words, List.of(program), List.of(program));
		}

	}

	/** The classes as compiled, without the tests' own resources. */
	static List<String> compiled(String java, String option) {
		String classes = String.join(File.pathSeparator,
				Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
					.filter((entry) -> !entry.contains("test-classes"))
					.toList());
		return List.of(java, option, "-cp", classes, "org.ssprprefill.Application");
	}

	/**
	 * The jar as it is; with a compiler and a collector that begin quickly; unpacked, as
	 * Spring Boot recommends; and from Java 25 with a cache that the first night makes.
	 * Java 17's archive of class data is left out: OpenJDK 17.0.21 crashes when it writes
	 * one for this program.
	 */
	static List<Way> ways(Path executable, Path folder) throws Exception {
		String java = executable.toString();
		Path home = executable.toRealPath().getParent().getParent();
		String name = home.getFileName().toString();
		if (!Files.exists(JAR)) {
			return List.of(Way.of(name + ", compiled classes", compiled(java, "-Xshare:auto").toArray(String[]::new)));
		}
		Path unpacked = folder.resolve(name);
		run(List.of(java, "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", unpacked.toString()));
		String jar = unpacked.resolve(JAR.getFileName()).toString();
		List<Way> ways = new ArrayList<>();
		ways.add(Way.of(name + ", the jar", java, "-jar", JAR.toString()));
		ways.add(Way.of(name + ", the jar, C1 and serial", java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar",
				JAR.toString()));
		ways.add(Way.of(name + ", unpacked", java, "-jar", jar));
		if (Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"25")) {
			Path cache = unpacked.resolve("night.aot");
			ways.add(new Way(name + ", unpacked, cache", List.of(java, "-XX:AOTCacheOutput=" + cache, "-jar", jar),
					List.of(java, "-XX:AOTCache=" + cache, "-jar", jar)));
		}
		return ways;
	}

	private static void run(List<String> command) throws Exception {
		int exit = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor();
		if (exit != 0) {
			throw new IllegalStateException(command.get(0) + " ended with " + exit);
		}
	}

}
