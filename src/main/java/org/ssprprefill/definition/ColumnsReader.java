package org.ssprprefill.definition;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.Field;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.plan.MethodPolicy;

/**
 * Reads {@code feed.columns} and checks that they carry what the rest of the job needs.
 */
final class ColumnsReader {

	private static final String COLUMNS = "columns";

	private final Section feed;

	ColumnsReader(Section feed) {
		this.feed = feed;
	}

	Map<Field, List<String>> read(List<MatchingAttribute> matchBy, Map<MethodKind, MethodPolicy> methods) {
		Section columns = this.feed.section(COLUMNS);
		Map<Field, List<String>> headers = new EnumMap<>(Field.class);
		for (Field field : Field.values()) {
			List<String> accepted = columns.oneOrMore(field.key()).stream().map(Value::text).toList();
			if (!accepted.isEmpty()) {
				headers.put(field, accepted);
			}
			else if (columns.has(field.key()) && !problemsAt(columns.path(field.key()))) {
				columns.wrong(field.key(), "names no header", "Give a header or a list of headers.");
			}
		}
		// A misspelt column would otherwise be reported twice
		if (this.feed.has(COLUMNS) && !problemsAt("feed." + COLUMNS)) {
			checkKey(headers, matchBy);
			checkContact(headers, methods);
		}
		return Collections.unmodifiableMap(headers);
	}

	private void checkKey(Map<Field, List<String>> headers, List<MatchingAttribute> matchBy) {
		if (matchBy.stream().map(MatchingAttribute::field).noneMatch(headers::containsKey)) {
			this.feed.wrong(COLUMNS, "name no column that a person can be matched by", "Add one of: "
					+ matchBy.stream().map(MatchingAttribute::word).collect(Collectors.joining(", ")) + ".");
		}
	}

	private void checkContact(Map<Field, List<String>> headers, Map<MethodKind, MethodPolicy> methods) {
		List<MethodKind> wanted = Arrays.stream(MethodKind.values())
			.filter((kind) -> methods.getOrDefault(kind, MethodPolicy.OFF) != MethodPolicy.OFF)
			.toList();
		if (!wanted.isEmpty() && wanted.stream().map(Field::of).noneMatch(headers::containsKey)) {
			this.feed.wrong(COLUMNS, "name no column with a phone number or address for a method that is not off",
					"Add one of: " + wanted.stream().map(MethodKind::word).collect(Collectors.joining(", ")) + ".");
		}
	}

	private boolean problemsAt(String key) {
		return this.feed.document().problems().at(key);
	}

}
