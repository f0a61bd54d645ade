package org.ssprprefill.contact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Every name we know a country by. Of two countries with one name the first listed wins.
 * Codes and other short words are compared as they stand: without its punctuation many a
 * placeholder would be one.
 */
final class CountryNames {

	/** The languages whose headers we know: HR writes its own language. */
	private static final List<Locale> OUR_LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"),
			Locale.GERMAN, Locale.FRENCH);

	/** More different texts than that are no countries, and are looked up each time. */
	private static final int MOST_KNOWN = 1000;

	/** What may be a code, whatever is left out. */
	private static final Pattern SHORT = Pattern.compile("[a-z]{0,3}");

	private static final Pattern PARTS = Pattern.compile("(?<=^[A-Za-z]{2,3})-|[()\\[\\],;:/|]|\\s[-–—]\\s");

	private static final Map<String, Country> NAMES = names();

	/** The names in every language of the world, which takes long to put together. */
	private static final class InTheirOwnLanguages {

		private static final Map<String, Country> NAMES = ownNames();

	}

	private static final Map<String, Optional<Country>> KNOWN = new ConcurrentHashMap<>();

	private CountryNames() {
	}

	static Optional<Country> find(String text) {
		Optional<Country> known = KNOWN.get(text);
		if (known == null) {
			known = named(key(text)).or(() -> agreed(text));
			if (KNOWN.size() < MOST_KNOWN) {
				KNOWN.put(text, known);
			}
		}
		return known;
	}

	/**
	 * Code and name side by side, such as {@code Netherlands (NL)}. A code alone with
	 * marks around it is as likely a placeholder.
	 */
	private static Optional<Country> agreed(String text) {
		List<String> parts = PARTS.splitAsStream(text)
			.filter((part) -> !part.isBlank())
			.map(CountryNames::key)
			.distinct()
			.toList();
		if (parts.size() == 1 && SHORT.matcher(parts.get(0)).matches()) {
			return Optional.empty();
		}
		List<Optional<Country>> named = parts.stream().map(CountryNames::named).distinct().toList();
		return (named.size() == 1) ? named.get(0) : Optional.empty();
	}

	private static Optional<Country> named(String key) {
		return key.isEmpty() ? Optional.empty()
				: Optional.ofNullable(NAMES.get(key)).or(() -> Optional.ofNullable(InTheirOwnLanguages.NAMES.get(key)));
	}

	private static Map<String, Country> names() {
		Map<String, Country> names = new HashMap<>();
		for (String code : Locale.getISOCountries()) {
			names.put(key(code), new Country(code));
			names.put(key(new Locale("", code).getISO3Country()), new Country(code));
		}
		for (String line : ProgramFile.entries("/contact/country-words.txt")) {
			names.put(key(line.substring(3)), new Country(line.substring(0, 2)));
		}
		for (Locale language : OUR_LANGUAGES) {
			for (String code : Locale.getISOCountries()) {
				add(names, new Locale("", code), language);
			}
		}
		return Map.copyOf(names);
	}

	private static Map<String, Country> ownNames() {
		Map<String, Country> names = new HashMap<>();
		Arrays.stream(Locale.getAvailableLocales())
			.filter((locale) -> locale.getCountry().matches("[A-Z]{2}"))
			.forEach((locale) -> add(names, locale, locale));
		return Map.copyOf(names);
	}

	private static void add(Map<String, Country> names, Locale country, Locale language) {
		names.putIfAbsent(key(country.getDisplayCountry(language)), new Country(country.getCountry()));
	}

	/**
	 * Letters alone, in lower case and without accents; of short words every character.
	 */
	private static String key(String text) {
		String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		String letters = apart.replaceAll("[^\\p{L}]", "");
		return SHORT.matcher(letters).matches() ? text.strip().toLowerCase(Locale.ROOT) : letters;
	}

}
