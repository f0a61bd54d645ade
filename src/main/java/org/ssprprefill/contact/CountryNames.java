package org.ssprprefill.contact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Every name we know a country by. Of two countries with one name the first listed wins.
 */
final class CountryNames {

	/** The languages of the reports: HR writes its own language. */
	private static final List<Locale> OUR_LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"),
			Locale.GERMAN);

	private static final Map<String, Country> NAMES = names();

	private CountryNames() {
	}

	static Optional<Country> find(String text) {
		return Optional.ofNullable(NAMES.get(folded(text)));
	}

	private static Map<String, Country> names() {
		Map<String, Country> names = new HashMap<>();
		for (String code : Locale.getISOCountries()) {
			names.put(folded(code), new Country(code));
			names.put(folded(new Locale("", code).getISO3Country()), new Country(code));
		}
		for (String line : WordList.read("country-words.txt")) {
			names.put(folded(line.substring(3)), new Country(line.substring(0, 2)));
		}
		addNames(names);
		names.remove("");
		return Map.copyOf(names);
	}

	private static void addNames(Map<String, Country> names) {
		for (Locale language : OUR_LANGUAGES) {
			for (String code : Locale.getISOCountries()) {
				add(names, new Locale("", code), language);
			}
		}
		Arrays.stream(Locale.getAvailableLocales())
			.filter((locale) -> locale.getCountry().matches("[A-Z]{2}"))
			.forEach((locale) -> add(names, locale, locale));
	}

	private static void add(Map<String, Country> names, Locale country, Locale language) {
		names.putIfAbsent(folded(country.getDisplayCountry(language)), new Country(country.getCountry()));
	}

	/** Letters alone, in lower case and without accents. */
	private static String folded(String text) {
		String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		return apart.replaceAll("[^\\p{L}]", "");
	}

}
