package org.ssprprefill.definition;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects everything wrong with one file, so that all of it is reported at once. */
final class Problems {

	private static final int LONGEST_VALUE = 80;

	private final Path file;

	/** A set, because two readers may need the same key. */
	private final Set<DefinitionProblem> found = new LinkedHashSet<>();

	Problems(Path file) {
		this.file = file;
	}

	void add(String key, String value, String problem, String remedy, int line) {
		this.found.add(new DefinitionProblem(Keys.shown(key), oneLine(value), problem, remedy, line, this.file));
	}

	void add(DefinitionProblem problem) {
		this.found.add(problem);
	}

	Path file() {
		return this.file;
	}

	boolean isEmpty() {
		return this.found.isEmpty();
	}

	/** Whether anything was found at a key or below it. */
	boolean at(String key) {
		return this.found.stream()
			.anyMatch((problem) -> problem.key().equals(key) || problem.key().startsWith(key + "."));
	}

	List<DefinitionProblem> byLine() {
		return this.found.stream().sorted(Comparator.comparingInt(DefinitionProblem::line)).toList();
	}

	private static String oneLine(String value) {
		String flat = value.replaceAll("\\p{Cntrl}+", " ");
		return (flat.length() > LONGEST_VALUE) ? flat.substring(0, LONGEST_VALUE) + "…" : flat;
	}

}
