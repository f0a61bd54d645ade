package org.ssprprefill.feed;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.ProgramFile;

/** The headers that HR systems write, kept as data in {@code init/headers.txt}. */
public final class KnownHeaders {

	private static final Map<String, Meaning> MEANINGS = new HashMap<>();

	private static final Map<String, List<Country>> COUNTRIES = new HashMap<>();

	private static final Set<String> HEADERS = new HashSet<>();

	static {
		List<Country> countries = List.of();
		for (String line : ProgramFile.entries("/init/headers.txt")) {
			if (line.startsWith("[")) {
				countries = split(line.substring(line.indexOf(']') + 1)).map(Country::new).toList();
				continue;
			}
			Meaning meaning = new Meaning(line.substring(0, line.indexOf(':')));
			for (String header : split(line.substring(line.indexOf(':') + 1)).toList()) {
				HEADERS.add(header);
				MEANINGS.put(folded(header), meaning);
				COUNTRIES.merge(folded(header), countries, (one, other) -> one.equals(other) ? one : List.of());
			}
		}
	}

	private KnownHeaders() {
	}

	/**
	 * What a header says.
	 * @param header the header as HR writes it
	 * @return its meaning, or nothing where it is none we know
	 */
	public static Optional<Meaning> meaning(String header) {
		// A number sign tells "Employee #" from "Employee", and is decoration elsewhere
		return Stream.of(folded(header), folded(header).replace("#", ""))
			.filter(MEANINGS::containsKey)
			.findFirst()
			.map(MEANINGS::get);
	}

	/**
	 * The form in which headers are equal that a job definition cannot tell apart.
	 * @param header the header
	 * @return the header in lower case and without spaces
	 */
	public static String spaceless(String header) {
		return ColumnName.folded(header);
	}

	/**
	 * The countries whose HR writes such a header.
	 * @param header the header
	 * @return the countries, the largest first; none for headers of many languages
	 */
	public static List<Country> countries(String header) {
		return COUNTRIES.getOrDefault(folded(header), List.of());
	}

	/**
	 * All headers we know.
	 * @return the headers as written
	 */
	public static Set<String> all() {
		return Set.copyOf(HEADERS);
	}

	/**
	 * What tells headers apart.
	 * @param header the header
	 * @return letters, digits and number signs alone, in lower case and without accents
	 */
	public static String folded(String header) {
		String apart = Normalizer.normalize(header, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		return apart.replaceAll("[^\\p{L}\\p{N}#]", "").replace('ı', 'i').replace('ł', 'l').replace('ς', 'σ');
	}

	/**
	 * Takes a line of words apart.
	 * @param list words with commas between them
	 * @return the words
	 */
	public static Stream<String> split(String list) {
		return Arrays.stream(list.split(",")).map(String::strip).filter((part) -> !part.isEmpty());
	}

}
