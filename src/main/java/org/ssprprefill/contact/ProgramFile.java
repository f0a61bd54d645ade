package org.ssprprefill.contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the files of text that come with the program, in UTF-8. */
public final class ProgramFile {

	private ProgramFile() {
	}

	/**
	 * A whole file.
	 * @param path from the root, for example {@code /timeline/endings.txt}
	 * @return its text, each line ending with a line feed
	 * @throws IllegalStateException if the program is incomplete
	 */
	public static String text(String path) {
		try (InputStream file = ProgramFile.class.getResourceAsStream(path)) {
			if (file == null) {
				throw new IllegalStateException("The program is incomplete: " + path + " is missing; build it again");
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The program's own file " + path + " cannot be read", ex);
		}
	}

	/**
	 * The entries of a list.
	 * @param path from the root
	 * @return its lines, stripped, without empty ones and remarks ({@code #})
	 * @throws IllegalStateException if the program is incomplete
	 */
	public static List<String> entries(String path) {
		return text(path).lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
			.toList();
	}

}
