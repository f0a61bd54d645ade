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
	private static final Path JAR = Path.of(System.getProperty("bench.jar", "target/sspr-prefill.jar"));

	private Programs() {
	}

	/**
	 * A way to start it.
	 *
	 * @param words what it is
	 * @param program the command up to the verb
	 */
	record Way(String words, List<String> program) {
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
	 * The jar as it is, unpacked as Spring Boot recommends, and unpacked with an archive
	 * of class data, which the first night makes.
	 */
	static List<Way> ways(Path java, Path folder) throws Exception {
		String name = java.getParent().getParent().getFileName().toString();
		if (!Files.exists(JAR)) {
			return List.of(new Way(name + ", compiled classes", compiled(java.toString(), "-Xshare:auto")));
		}
		Path unpacked = folder.resolve(name);
		run(List.of(java.toString(), "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination",
				unpacked.toString()));
		String jar = unpacked.resolve(JAR.getFileName()).toString();
		String archive = "-XX:SharedArchiveFile=" + unpacked.resolve("classes.jsa");
		List<Way> ways = new ArrayList<>(
				List.of(new Way(name + ", the jar", List.of(java.toString(), "-jar", JAR.toString())),
						new Way(name + ", unpacked", List.of(java.toString(), "-jar", jar))));
		run(List.of(java.toString(), "-XX:ArchiveClassesAtExit=" + unpacked.resolve("classes.jsa"), "-jar", jar,
				"schedule", "--help"));
		ways.add(new Way(name + ", unpacked, class data", List.of(java.toString(), archive, "-jar", jar)));
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
