package org.ssprprefill.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** A job definition that tests put together key by key. */
final class JobYaml {

	private final Map<String, Object> root = new LinkedHashMap<>();

	/** Sets a key, for example {@code methods.mobile}, to a YAML value on one line. */
	void put(String path, String value) {
		section(path).put(last(path), value);
	}

	void remove(String path) {
		section(path).remove(last(path));
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> section(String path) {
		Map<String, Object> section = this.root;
		String[] names = path.split("\\.");
		for (int i = 0; i < names.length - 1; i++) {
			section = (Map<String, Object>) section.computeIfAbsent(names[i], (name) -> new LinkedHashMap<>());
		}
		return section;
	}

	private static String last(String path) {
		return path.substring(path.lastIndexOf('.') + 1);
	}

	String text() {
		StringBuilder text = new StringBuilder();
		write(this.root, "", text);
		return text.toString();
	}

	private static void write(Map<?, ?> section, String indent, StringBuilder text) {
		section.forEach((key, value) -> {
			text.append(indent).append(key).append(":");
			if (value instanceof Map<?, ?> inner) {
				text.append('\n');
				write(inner, indent + "  ", text);
			}
			else {
				text.append(' ').append(value).append('\n');
			}
		});
	}

}
