package org.ssprprefill.tenant;

import java.util.Set;

/**
 * The directory roles of one person, by role template id.
 *
 * @param now held now, for the whole tenant
 * @param otherwise held in another way: to be activated first, or for an administrative
 * unit only
 * @param throughGroup whether any of them comes from a group, which is then a
 * role-assignable one
 */
public record RolesHeld(Set<String> now, Set<String> otherwise, boolean throughGroup) {

	/** No role at all. */
	public static final RolesHeld NONE = new RolesHeld(Set.of(), Set.of(), false);

	/** Keeps copies; what is held now is not listed twice. */
	public RolesHeld {
		Set<String> held = Set.copyOf(now);
		now = held;
		otherwise = Set.copyOf(otherwise.stream().filter((role) -> !held.contains(role)).toList());
	}

}
