package org.ssprprefill.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text behind a check: what is looked at, why it matters, how to mend it. */
public final class CheckText {

	private CheckText() {
	}

	/**
	 * Reads the text of a check.
	 * @param subject what the check asks about
	 * @return Markdown
	 * @throws IllegalStateException if the program is incomplete
	 */
	public static String of(Subject subject) {
		String file = "/checks/" + subject.id() + ".md";
		try (InputStream stream = CheckText.class.getResourceAsStream(file)) {
			if (stream == null) {
				throw new IllegalStateException("The program is incomplete: " + file + " is missing");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The program's own file " + file + " cannot be read", ex);
		}
	}

}
