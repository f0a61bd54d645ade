package org.ssprprefill.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of reading a fleet file, its template and all entries.
 *
 * @param fleet the fleet; nothing where the file itself is wrong, or every entry is
 * @param problems everything wrong with the fleet file itself
 * @param tenants every entry that could be read at all
 */
public record FleetLoaded(Optional<FleetDefinition> fleet, List<DefinitionProblem> problems,
		List<FleetTenant> tenants) {

	private static final int NAMED = 3;

	/** Keeps its own copies. */
	public FleetLoaded {
		problems = List.copyOf(problems);
		tenants = List.copyOf(tenants);
	}

	/**
	 * Everything wrong, a sentence each; what is wrong for several tenants is said once.
	 * @return for example
	 * {@code tenant.yaml:12: limits.changes: 'many' is not a whole number. Give a count such as 500. (tenant Contoso)}
	 */
	public List<String> sentences() {
		List<String> sentences = new ArrayList<>(this.problems.stream().map(DefinitionProblem::sentence).toList());
		Map<String, List<String>> shared = new LinkedHashMap<>();
		for (FleetTenant tenant : this.tenants) {
			for (DefinitionProblem problem : tenant.problems()) {
				shared.computeIfAbsent(problem.sentence(), (sentence) -> new ArrayList<>()).add(tenant.name());
			}
		}
		shared.forEach((sentence, names) -> sentences.add(sentence + " " + whose(names)));
		return sentences;
	}

	private String whose(List<String> names) {
		if (names.size() == this.tenants.size() && names.size() > 1) {
			return "(every tenant)";
		}
		String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
		return (names.size() == 1) ? "(tenant " + named + ")"
				: "(" + names.size() + " tenants: " + named + ((names.size() > NAMED) ? ", …)" : ")");
	}

}
