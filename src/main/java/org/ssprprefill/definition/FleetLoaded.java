package org.ssprprefill.definition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of reading a fleet file, its template and all entries.
 *
 * @param file the fleet file
 * @param fleet the fleet; nothing where the file itself is wrong, or every entry is
 * @param problems everything wrong with the fleet file itself
 * @param tenants every entry that could be read at all
 */
public record FleetLoaded(Path file, Optional<FleetDefinition> fleet, List<DefinitionProblem> problems,
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

	/**
	 * The job of one tenant.
	 * @param name the id or the name of its entry, in any letter case
	 * @return the job, or everything wrong with it or with the fleet file
	 */
	public Loaded tenant(String name) {
		if (!this.problems.isEmpty()) {
			return new Loaded.Invalid(this.problems);
		}
		Optional<FleetTenant> tenant = this.tenants.stream().filter((it) -> it.isCalled(name)).findFirst();
		return tenant.flatMap(FleetTenant::definition)
			.<Loaded>map(Loaded.Valid::new)
			.orElseGet(() -> new Loaded.Invalid(tenant.map(FleetTenant::problems).orElseGet(() -> unknown(name))));
	}

	private List<DefinitionProblem> unknown(String name) {
		String known = this.tenants.stream().limit(NAMED).map(FleetTenant::id).collect(Collectors.joining(", "));
		return List.of(new DefinitionProblem("tenants", name, "is no tenant of the fleet",
				"Give the id or the name of an entry, such as " + known + ".", 0, this.file));
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
