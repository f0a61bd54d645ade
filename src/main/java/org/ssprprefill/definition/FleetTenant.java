package org.ssprprefill.definition;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One tenant of a fleet.
 *
 * @param id the entry's id in lower case, by which the fleet knows the tenant; where an
 * entry has none of its own, the place where it stands
 * @param name what people call it
 * @param zone the zone of its night
 * @param definition its job; nothing where the entry, or the template for it, is wrong
 * @param problems everything wrong with it
 */
public record FleetTenant(String id, String name, ZoneId zone, Optional<JobDefinition> definition,
		List<DefinitionProblem> problems) {

	/** Keeps its own copy of the problems. */
	public FleetTenant {
		problems = List.copyOf(problems);
	}

	/**
	 * Whether it is the tenant meant.
	 * @param word an id or a name, in any letter case
	 * @return {@code true} if it is one of this tenant's
	 */
	public boolean isCalled(String word) {
		return this.id.equalsIgnoreCase(word) || this.name.equalsIgnoreCase(word);
	}

	FleetTenant refused(DefinitionProblem problem) {
		return new FleetTenant(this.id, this.name, this.zone, Optional.empty(),
				Stream.concat(this.problems.stream(), Stream.of(problem)).toList());
	}

}
