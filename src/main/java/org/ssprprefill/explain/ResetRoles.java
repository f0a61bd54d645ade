package org.ssprprefill.explain;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.contact.ProgramFile;

/**
 * Who may reset whose password, from the data file {@code explain/reset-roles.txt}, which
 * names its source and date.
 */
final class ResetRoles {

	private static final String FILE = "reset-roles.txt";

	private static final List<String> ALWAYS = List.of("Privileged Authentication Administrator",
			"Global Administrator");

	private static final List<String> FOR_USERS = List.of("Password Administrator", "Helpdesk Administrator",
			"Authentication Administrator", "User Administrator");

	private final Map<String, String> names = new LinkedHashMap<>();

	private final Map<String, Set<String>> resetBy = new LinkedHashMap<>();

	private ResetRoles() {
	}

	static ResetRoles standard() {
		return of(ProgramFile.entries("/explain/" + FILE));
	}

	static ResetRoles of(List<String> lines) {
		ResetRoles roles = new ResetRoles();
		lines.stream().filter((line) -> !line.isBlank() && !line.startsWith("#")).forEach(roles::add);
		return roles;
	}

	private void add(String line) {
		List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
		if (cells.size() != 3 || !cells.get(1).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
			throw damaged(line, "it needs three cells, the second a lower-case GUID");
		}
		Set<String> resetters = new LinkedHashSet<>();
		for (String word : cells.get(2).isEmpty() ? new String[0] : cells.get(2).split("\\s*,\\s*")) {
			resetters.add(FOR_USERS.stream()
				.filter((role) -> role.equals(word + " Administrator"))
				.findFirst()
				.orElseThrow(() -> damaged(line, "'" + word + "' is no role that resets passwords")));
		}
		if (this.names.put(cells.get(1), cells.get(0)) != null) {
			throw damaged(line, "its id is there twice");
		}
		this.resetBy.put(cells.get(1), resetters);
	}

	private static IllegalStateException damaged(String line, String why) {
		return new IllegalStateException("The list of roles has a damaged line '" + line + "': " + why);
	}

	/** A role's name for people, where it is listed. */
	Optional<String> name(String templateId) {
		return Optional.ofNullable(this.names.get(templateId));
	}

	/** Whether the list says what the role is; another one may be a custom role. */
	boolean knows(String templateId) {
		return this.names.containsKey(templateId);
	}

	/**
	 * The roles that may reset a user.
	 * @param held the roles of the person to be reset, by template id
	 * @param throughGroup whether the person is in a role-assignable group
	 * @return the names of the roles, the least powerful first
	 */
	Set<String> mayReset(Collection<String> held, boolean throughGroup) {
		Set<String> may = new LinkedHashSet<>(throughGroup ? List.of() : FOR_USERS);
		held.forEach((role) -> may.retainAll(this.resetBy.getOrDefault(role, Set.of())));
		may.addAll(ALWAYS);
		return may;
	}

	/** Those of some roles that reset passwords at all, by name. */
	Set<String> resetting(Collection<String> held) {
		return held.stream()
			.flatMap((role) -> Optional.ofNullable(this.names.get(role)).stream())
			.filter((name) -> ALWAYS.contains(name) || FOR_USERS.contains(name))
			.collect(Collectors.toSet());
	}

}
