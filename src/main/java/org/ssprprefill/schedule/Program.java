package org.ssprprefill.schedule;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How this program is started, with absolute paths: a scheduler has neither our working
 * folder nor our search path.
 *
 * @param java the Java launcher
 * @param jar the jar that starts itself
 * @param assumed whether the jar is only where it usually is, because the program was
 * started otherwise
 */
public record Program(Path java, Path jar, boolean assumed) {

	/** Where the packages and the container image have it. */
	static final Path USUAL_JAR = Path.of("/opt/sspr-prefill/sspr-prefill.jar");

	/** Makes the paths absolute. */
	public Program {
		java = java.toAbsolutePath().normalize();
		jar = jar.toAbsolutePath().normalize();
	}

	/**
	 * The program as it is running now.
	 * @param javaHome the folder of the Java runtime, {@code java.home}
	 * @param classPath what Java was started with, {@code java.class.path}
	 * @return how to start it again
	 */
	public static Program running(Path javaHome, String classPath) {
		boolean windows = File.separatorChar == '\\';
		Path java = javaHome.resolve("bin").resolve(windows ? "java.exe" : "java");
		boolean jar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
		return new Program(java, jar ? Path.of(classPath) : USUAL_JAR, !jar);
	}

	/** The command that answers the files in the drop folder, one word each. */
	List<String> check(Path jobFile, Path home) {
		return List.of(this.java.toString(), "-jar", this.jar.toString(), "check", "--drop", "--job",
				jobFile.toString(), "--home", home.toString(), "--quiet");
	}

	/** A command of a fleet, one word each. */
	List<String> fleet(String verb, Path file, Path home, String... options) {
		List<String> words = new ArrayList<>(
				List.of(this.java.toString(), "-jar", this.jar.toString(), "fleet", verb, file.toString()));
		words.addAll(List.of(options));
		words.addAll(List.of("--home", home.toString(), "--quiet"));
		return words;
	}

	/** The command of the nightly run, one word each. */
	List<String> run(Path jobFile, Path home) {
		return List.of(this.java.toString(), "-jar", this.jar.toString(), "run", jobFile.toString(), "--home",
				home.toString(), "--quiet");
	}

}
