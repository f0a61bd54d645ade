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
	 * The jar as it is; with a compiler and a collector that begin quickly; and from Java
	 * 25 with a cache that the first night makes.
	 */
	static List<Way> ways(Path executable, Path folder) throws Exception {
		String java = executable.toString();
		Path home = executable.toRealPath().getParent().getParent();
		String name = home.getFileName().toString();
		if (!Files.exists(JAR)) {
			return List.of(Way.of(name + ", compiled classes", compiled(java, "-Xshare:auto").toArray(String[]::new)));
		}
		String jar = JAR.toString();
		List<Way> ways = new ArrayList<>();
		ways.add(Way.of(name + ", the jar", java, "-jar", jar));
		ways.add(Way.of(name + ", the jar, C1 and serial", java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar",
				jar));
		if (Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"25")) {
			Path cache = folder.resolve(name + ".aot");
			ways.add(new Way(name + ", the jar, cache", List.of(java, "-XX:AOTCacheOutput=" + cache, "-jar", jar),
					List.of(java, "-XX:AOTCache=" + cache, "-jar", jar)));
		}
		return ways;
	}

}
