package org.ssprprefill.feed;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.Country;

/**
 * Weighs the character set of old Macintoshes in the West against those of Windows, where
 * words could be in both: the bytes of \u0161 and \u017e are \u00f6 and \u00fb there.
 */
final class Macintosh {

	private static final Charset SET = Charset.forName("x-MacRoman");

	/** The languages that the set cannot write, by country. */
	private static final Map<String, String> NOT_WRITTEN = Map.ofEntries(Map.entry("BA", "hr"), Map.entry("CZ", "cs"),
			Map.entry("EE", "et"), Map.entry("HR", "hr"), Map.entry("HU", "hu"), Map.entry("LT", "lt"),
			Map.entry("LV", "lv"), Map.entry("ME", "hr"), Map.entry("PL", "pl"), Map.entry("RO", "ro"),
			Map.entry("RS", "hr"), Map.entry("SI", "sl"), Map.entry("SK", "sk"));

	/** Fewer words may begin with a small letter by chance. */
	private static final int SEVERAL = 3;

	private Macintosh() {
	}

	/**
	 * The sets that remain where the Macintosh's is among them: those whose words can be
	 * said, and Windows alone where capitals or the country speak for it.
	 * @param readings the sets in which all words could be words
	 * @param country where the file comes from, as far as the job knows
	 */
	static List<LatinSet> weighed(List<LatinSet> readings, Optional<Country> country) {
		Optional<LatinSet> macintosh = readings.stream().filter((set) -> set.charset().equals(SET)).findFirst();
		List<LatinSet> sayable = readings.stream().filter(LatinSet::isSayable).toList();
		if (macintosh.isEmpty() || sayable.isEmpty()) {
			return readings;
		}
		List<LatinSet> windows = sayable.stream()
			.filter((set) -> set.charset().name().startsWith("windows"))
			.filter((set) -> isWindows(set, macintosh.get(), country))
			.toList();
		return windows.isEmpty() ? sayable : windows;
	}

	/**
	 * A list of people has capitals; but a French one may have words with a small \u00e9.
	 */
	private static boolean isWindows(LatinSet set, LatinSet macintosh, Optional<Country> country) {
		List<String> capitals = capitals(set.words(), macintosh.words());
		boolean several = capitals.size() >= SEVERAL
				&& capitals.stream().noneMatch((word) -> word.startsWith("\u017d"));
		return several || (isAtHome(set, country) && (!capitals.isEmpty() || !isAtHome(macintosh, country)));
	}

	private static boolean isAtHome(LatinSet set, Optional<Country> country) {
		return country.map(Country::code).map(NOT_WRITTEN::get).filter(set::isAllIn).isPresent();
	}

	/**
	 * The words that begin with a capital where their rivals have a small letter; none
	 * where words differ elsewhere.
	 */
	private static List<String> capitals(List<String> words, List<String> rivals) {
		List<String> capitals = new ArrayList<>();
		for (int at = 0; at < words.size(); at++) {
			String word = words.get(at);
			String rival = rivals.get(at);
			if (!word.equals(rival)) {
				if (!Character.isUpperCase(word.charAt(0)) || !Character.isLowerCase(rival.charAt(0))
						|| !word.substring(1).equals(rival.substring(1))) {
					return List.of();
				}
				capitals.add(word);
			}
		}
		return capitals;
	}

}
