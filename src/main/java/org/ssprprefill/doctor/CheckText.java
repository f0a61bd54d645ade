package org.ssprprefill.doctor;

import java.util.Locale;

import org.ssprprefill.contact.ProgramFile;

/** The text behind a check: what is looked at, why it matters, how to mend it. */
public final class CheckText {

	private static final String TITLE = "# ";

	private CheckText() {
	}

	/**
	 * Reads the text of a check.
	 * @param subject what the check asks about
	 * @param locale the reader's language: English, Dutch or German
	 * @return Markdown
	 * @throws IllegalStateException if the program is incomplete
	 */
	public static String of(Subject subject, Locale locale) {
		String language = locale.getLanguage();
		String file = "/checks/" + subject.id() + (language.equals("en") ? "" : "_" + language) + ".md";
		return ProgramFile.text(file).strip();
	}

	/**
	 * What a check asks about.
	 * @param subject the subject
	 * @param locale the reader's language: English, Dutch or German
	 * @return a few words
	 */
	public static String title(Subject subject, Locale locale) {
		return of(subject, locale).lines().findFirst().orElseThrow().substring(TITLE.length());
	}

}
