package org.ssprprefill.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A built-in directory role.
 *
 * @param name the display name
 * @param templateId the id, the same in every tenant
 */
record DirectoryRole(String name, String templateId) {

	private static final Map<String, DirectoryRole> KNOWN = load();

	/** By display name, or by template id; an unknown id is a role of its own. */
	static Optional<DirectoryRole> find(String text) {
		if (KNOWN.containsKey(text)) {
			return Optional.ofNullable(KNOWN.get(text));
		}
		if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
			return Optional.empty();
		}
		return Optional.of(all().stream()
			.filter((role) -> role.templateId().equalsIgnoreCase(text))
			.findFirst()
			.orElse(new DirectoryRole("Custom role", text)));
	}

	static List<DirectoryRole> all() {
		return List.copyOf(KNOWN.values());
	}

	static List<String> names() {
		return List.copyOf(KNOWN.keySet());
	}

	private static Map<String, DirectoryRole> load() {
		Map<String, DirectoryRole> roles = new LinkedHashMap<>();
		Resource.yaml("roles.yaml")
			.forEach((name, id) -> roles.put(String.valueOf(name),
					new DirectoryRole(String.valueOf(name), String.valueOf(id))));
		return roles;
	}

}
