package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ssprprefill.contact.MethodKind;

/** What is wrong with a header, in sentences. */
final class HeaderFaults {

	/** What a header never has and data always have. */
	private static final Pattern DATA = Pattern.compile("@|(\\d\\D{0,2}){6}");

	static final String NO_HEADER = "The first line holds data, not a header. Export the file again with a header line.";

	private static final String UNSEPARATED = "The file has one column only, whose cells hold separators. Either a"
			+ " spreadsheet program read the file with another separator and saved it again, so that each line stands in"
			+ " quotes as a whole: then take the export itself, unopened. Or feed.delimiter names another separator than"
			+ " the file has: then write auto.";

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
		return Optional.of(Opening.DELIMITERS.stream().anyMatch((it) -> names.get(0).indexOf(it) >= 0) ? UNSEPARATED
				: NO_SEPARATOR);
	}

	static String twice(Field field, List<String> headers, List<Integer> places) {
		if (headers.stream().map(ColumnName::folded).distinct().count() == 1) {
			return "The header '%s' (feed.columns.%s) stands in the file more than once: columns %s. Give each column a header of its own, or keep one of them in the export."
				.formatted(headers.get(0), field.key(),
						places.stream().map((place) -> String.valueOf(place + 1)).collect(Collectors.joining(" and ")));
		}
		return "The columns '%s' all fit feed.columns.%s. Keep one of them in the export, or name just one in the job definition."
			.formatted(String.join("' and '", headers), field.key());
	}

	/** A sentence for every column that is needed and not there. */
	static List<String> missing(Set<Field> found, List<String> names, FeedSettings settings, RowRules rules) {
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
		return missing.stream()
			.map((field) -> missing(settings.columns().getOrDefault(field, List.of()), field, names))
			.toList();
	}

	private static String missing(List<String> wanted, Field field, List<String> names) {
		String nearest = ColumnName.nearest(wanted, names)
			.map("; the nearest header in the file is '%s'"::formatted)
			.orElse("");
		return "There is no column '%s' (feed.columns.%s)%s. Rename the column in the export, or add its header to the job definition."
			.formatted(String.join("' or '", wanted), field.key(), nearest);
	}

	private static List<String> unmapped(Set<Field> found, Collection<Field> keys, Set<MethodKind> methods) {
		if (keys.stream().noneMatch(found::contains)) {
			return List
				.of("No column is named in feed.columns for any of match.by (%s). Name one in the job definition."
					.formatted(keys.stream().map(Field::key).collect(Collectors.joining(", "))));
		}
		boolean noContact = methods.stream().map(Field::of).noneMatch(found::contains);
		return (noContact && !methods.isEmpty())
				? List
					.of("No column is named in feed.columns for any method that is on. Name one in the job definition.")
				: List.of();
	}

}
