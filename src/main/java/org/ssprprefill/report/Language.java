package org.ssprprefill.report;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

import org.ssprprefill.contact.Country;

/**
 * The languages of reports, of {@code rejects.csv} and of the answers to HR; the values
 * of {@code report.language}. Stable words are the same in all of them.
 */
public enum Language {

	/** English, as written in the United Kingdom. */
	EN(Locale.UK, "US"),

	/** Dutch, as written in the Netherlands. */
	NL(Locale.forLanguageTag("nl-NL"), "NL"),

	/** German, as written in Germany. */
	DE(Locale.GERMANY, "DE");

	private final Locale locale;

	private final Country examples;

	Language(Locale locale, String examples) {
		this.locale = locale;
		this.examples = new Country(examples);
	}

	/** Whose numbers are examples where no row says whose. */
	Country examples() {
		return this.examples;
	}

	/**
	 * The word of the job definition and the command line.
	 * @return for example {@code nl}
	 */
	public String word() {
		return this.locale.getLanguage();
	}

	/**
	 * The language behind a word.
	 * @param word for example {@code nl}
	 * @return the language, or nothing where there is none of that word
	 */
	public static Optional<Language> of(String word) {
		for (Language language : values()) {
			if (language.word().equals(word)) {
				return Optional.of(language);
			}
		}
		return Optional.empty();
	}

	/**
	 * What stands between the cells of a list that Excel opens with a double click in
	 * this language.
	 * @return a comma where the decimal sign is a point, else a semicolon
	 */
	char separator() {
		return (DecimalFormatSymbols.getInstance(this.locale).getDecimalSeparator() == ',') ? ';' : ',';
	}

	/**
	 * How its numbers, dates and plurals are written.
	 * @return the locale
	 */
	public Locale locale() {
		return this.locale;
	}

}
