package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ssprprefill.contact.MethodKind;

/** What is wrong with a header, in sentences. */
final class HeaderFaults {

	/** What a header never has and data always have. */
	private static final Pattern DATA = Pattern.compile("@|(\\d\\D{0,2}){6}");

	static final String NO_HEADER = "The first line holds data, not a header. Export the file again with a header line.";

	private HeaderFaults() {
	}

	static boolean isData(List<String> names) {
		return names.stream().anyMatch((name) -> DATA.matcher(name).find());
	}

	static String twice(Field field, List<String> headers) {
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
