package org.ssprprefill.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.ssprprefill.contact.Country;

/** The headers that HR systems write, kept as data in {@code init/headers.txt}. */
public final class KnownHeaders {

	private static final Map<String, Meaning> MEANINGS = new HashMap<>();

	private static final Map<String, List<Country>> COUNTRIES = new HashMap<>();

	private static final Set<String> HEADERS = new HashSet<>();

	static {
		List<Country> countries = List.of();
		for (String line : lines("headers.txt")) {
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

	/**
	 * The lines of a file of words, without remarks.
	 * @param name {@code headers.txt} or {@code never.txt}
	 * @return the lines
	 */
	public static List<String> lines(String name) {
		InputStream file = Objects.requireNonNull(KnownHeaders.class.getResourceAsStream("/init/" + name), name);
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			List<String> lines = new ArrayList<>(reader.lines().toList());
			lines.removeIf((line) -> line.isBlank() || line.startsWith("#"));
			return lines;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + name + " from the program", ex);
		}
	}

}
