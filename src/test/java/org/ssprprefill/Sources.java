package org.ssprprefill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of this project. */
final class Sources {

	private static final Path PROGRAM = Path.of("src", "main", "java");

	private static final Path TESTS = Path.of("src", "test", "java");

	private Sources() {
	}

	static List<SourceFile> program() {
		return below(PROGRAM);
	}

	static List<SourceFile> all() {
		return Stream.of(PROGRAM, TESTS).flatMap((folder) -> below(folder).stream()).toList();
	}

	private static List<SourceFile> below(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".java")).sorted().map(SourceFile::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One Java file.
	 *
	 * @param path where it is
	 * @param packageName the last part of its package's name
	 * @param lines its text
	 */
	record SourceFile(Path path, String packageName, List<String> lines) {

		private static SourceFile read(Path file) {
			try {
				List<String> lines = Files.readAllLines(file);
				String declaration = lines.stream()
					.filter((line) -> line.startsWith("package "))
					.findFirst()
					.orElseThrow();
				return new SourceFile(file, declaration.replaceFirst(".*[. ](\\w+);", "$1"), lines);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		boolean isPackageInfo() {
			return this.path.endsWith("package-info.java");
		}

		/** Whether the file means another class by that simple name. */
		boolean knows(String name) {
			return this.path.endsWith(name + ".java") || this.lines.stream()
				.anyMatch((line) -> line.startsWith("import ") && line.endsWith("." + name + ";"));
		}

		String text() {
			return String.join("\n", this.lines);
		}

		@Override
		public String toString() {
			return this.path.toString();
		}

	}

}
