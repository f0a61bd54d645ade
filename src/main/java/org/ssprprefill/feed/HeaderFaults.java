package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.message.Message;

/** What is wrong with a header, in sentences. */
final class HeaderFaults {

	/** What a header never has and data always have. */
	private static final Pattern DATA = Pattern.compile("@|(\\d\\D{0,2}){6}");

	static final Message NO_HEADER = Message.of("refused.no-header").then("refused.no-header.next");

	private static final Message UNSEPARATED = Message.of("refused.one-column")
		.then("refused.one-column.quoted")
		.then("refused.one-column.delimiter");

	private static final Message NO_SEPARATOR = Message.of("refused.unseparated").then("refused.unseparated.next");

	private HeaderFaults() {
	}

	static boolean isData(List<String> names) {
		return names.stream().anyMatch((name) -> DATA.matcher(name).find());
	}

	/** What is wrong with a table of one column; it cannot hold person and number. */
	static Optional<Message> oneColumn(List<String> names) {
		if (names.size() != 1) {
			return Optional.empty();
		}
		return Optional.of(HeaderLocator.DELIMITERS.stream().anyMatch((it) -> names.get(0).indexOf(it) >= 0)
				? UNSEPARATED : NO_SEPARATOR);
	}

	static Message twice(List<String> headers, List<Integer> places) {
		if (headers.stream().map(ColumnName::folded).distinct().count() == 1) {
			List<Integer> columns = places.stream().map((place) -> place + 1).toList();
			return Message.of("refused.header.twice", headers.get(0), Message.joined("part.and", columns))
				.then("refused.header.twice.next");
		}
		return Message.of("refused.columns.twice", Message.joined("part.and.quoted", headers))
			.then("refused.columns.twice.next");
	}

	/**
	 * A sentence for every column that is needed and not there, and one that mends it.
	 */
	static List<Message> missing(Map<Field, Integer> columns, List<String> names, FeedSettings settings,
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
		Message all = Message.sentences(missing.stream()
			.map((field) -> missing(settings.columns().getOrDefault(field, List.of()), field, free))
			.toList());
		return List.of(all.then((missing.size() == 1) ? Message.of("refused.column.missing.next")
				: Message.of("refused.columns.missing.next")));
	}

	private static Message missing(List<String> wanted, Field field, List<String> free) {
		Message names = Message.joined("part.or.quoted", wanted);
		return NearestHeader.to(field, wanted, free)
			.map((nearest) -> Message.of("refused.column.missing.near", names, nearest))
			.orElseGet(() -> Message.of("refused.column.missing", names));
	}

	private static List<Message> unmapped(Set<Field> found, Collection<Field> keys, Set<MethodKind> methods) {
		if (keys.stream().noneMatch(found::contains)) {
			return List.of(Message.of("refused.unmapped.key").then("refused.unmapped.next"));
		}
		boolean noContact = methods.stream().map(Field::of).noneMatch(found::contains);
		return (noContact && !methods.isEmpty())
				? List.of(Message.of("refused.unmapped.method").then("refused.unmapped.next")) : List.of();
	}

}
