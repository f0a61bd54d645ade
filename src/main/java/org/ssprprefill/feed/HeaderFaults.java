package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ssprprefill.contact.MethodKind;

/** What is wrong with a header, in sentences. */
final class HeaderFaults {

	/** What a header never has and data always have. */
	private static final Pattern DATA = Pattern.compile("@|(\\d\\D{0,2}){6}");

	static final String NO_HEADER = "The first line holds data, not a header. Export the file again with a header line.";

	private static final String UNSEPARATED = "The file has one column only, whose cells hold separators. Either a"
			+ " spreadsheet program read the file with another separator and saved it again, so that each line stands in"
			+ " quotes as a whole: then take the export itself, unopened. Or another separator is expected here than the"
			+ " file has: then ask the administrator to have it recognised.";

	private static final String NO_SEPARATOR = "The first line has one column only: no comma, semicolon, tab or |"
			+ " stands between two cells, and no header that is looked for was found further down. Export the file again"
			+ " as CSV, with its headers in the first line.";

	private HeaderFaults() {
	}

	static boolean isData(List<String> names) {
		return names.stream().anyMatch((name) -> DATA.matcher(name).find());
	}

	/** What is wrong with a table of one column; it cannot hold person and number. */
	static Optional<String> oneColumn(List<String> names) {
		if (names.size() != 1) {
			return Optional.empty();
		}
		return Optional.of(HeaderLocator.DELIMITERS.stream().anyMatch((it) -> names.get(0).indexOf(it) >= 0)
				? UNSEPARATED : NO_SEPARATOR);
	}

	static String twice(List<String> headers, List<Integer> places) {
		if (headers.stream().map(ColumnName::folded).distinct().count() == 1) {
			return "The header '%s' stands in the file more than once: columns %s. Give each column a header of its own, or keep one of them in the export."
				.formatted(headers.get(0),
						places.stream().map((place) -> String.valueOf(place + 1)).collect(Collectors.joining(" and ")));
		}
		return "The columns '%s' mean the same here. Keep one of them in the export, or ask the administrator to name just one."
			.formatted(String.join("' and '", headers));
	}

	/** A sentence for every column that is needed and not there. */
	static List<String> missing(Map<Field, Integer> columns, List<String> names, FeedSettings settings,
			RowRules rules) {
		Set<Field> found = columns.keySet();
		List<Field> keys = rules.matchBy().stream().map(MatchingAttribute::field).toList();
		List<Field> contacts = rules.methods().stream().sorted().map(Field::of).toList();
		List<Field> missing = new ArrayList<>();
		if (keys.stream().noneMatch(found::contains)) {
			missing.addAll(keys);
		}
		missing.addAll(contacts.stream().filter((it) -> !found.contains(it)).toList());
		missing.removeIf((field) -> !settings.columns().containsKey(field));
		if (missing.isEmpty()) {
			return unmapped(found, keys, rules.methods());
		}
		if (isData(names)) {
			return List.of(NO_HEADER);
		}
		List<String> free = IntStream.range(0, names.size())
			.filter((column) -> !columns.containsValue(column))
			.mapToObj(names::get)
			.toList();
		return missing.stream()
			.map((field) -> missing(settings.columns().getOrDefault(field, List.of()), field, free))
			.toList();
	}

	private static String missing(List<String> wanted, Field field, List<String> free) {
		String nearest = NearestHeader.to(field, wanted, free)
			.map("; the nearest header in the file is '%s'"::formatted)
			.orElse("");
		return "There is no column '%s'%s. Rename the column in the export, or ask the administrator to accept its header."
			.formatted(String.join("' or '", wanted), nearest);
	}

	private static List<String> unmapped(Set<Field> found, Collection<Field> keys, Set<MethodKind> methods) {
		if (keys.stream().noneMatch(found::contains)) {
			return List.of("No column is known that says whom a row is about. Ask the administrator to name one.");
		}
		boolean noContact = methods.stream().map(Field::of).noneMatch(found::contains);
		return (noContact && !methods.isEmpty())
				? List.of("No column is known that holds what is to be registered. Ask the administrator to name one.")
				: List.of();
	}

}
