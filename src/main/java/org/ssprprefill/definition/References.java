package org.ssprprefill.definition;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What a job definition needs besides itself, by name: nothing is resolved or read, so no
 * secret comes with it.
 *
 * @param variables the environment variables of its {@code ${NAME}}
 * @param files the files of its {@code ${file:/path}}, and those its keys name, absolute
 */
public record References(SortedSet<String> variables, SortedSet<Path> files) {

	private static final Set<String> FILE_KEYS = Set.of("tenant.certificate", "tenant.trust", "tenant.simulated",
			"app.certificate");

	/** Keeps its own copies. */
	public References {
		variables = Collections.unmodifiableSortedSet(new TreeSet<>(variables));
		files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
	}

	/**
	 * Looks through a job definition.
	 * @param file the YAML file, which is in order: see {@link JobDefinitions}
	 * @return what it refers to; nothing if the file is no YAML
	 */
	public static References of(Path file) {
		Path folder = file.toAbsolutePath().normalize().resolveSibling("");
		References found = new References(new TreeSet<>(), new TreeSet<>());
		return new YamlFile(file, new Problems(file)).read().map((root) -> collect(root, "", folder)).orElse(found);
	}

	/**
	 * Looks through the files of a fleet; relative paths start at the fleet's folder.
	 * @param fleet a fleet that is in order
	 * @return what they refer to
	 */
	public static References of(FleetDefinition fleet) {
		Path folder = fleet.file().toAbsolutePath().normalize().resolveSibling("");
		SortedSet<String> variables = new TreeSet<>();
		SortedSet<Path> files = new TreeSet<>();
		for (Path source : fleet.sources()) {
			new YamlFile(source, new Problems(source)).read()
				.ifPresent((root) -> add(collect(root, "", folder), variables, files));
		}
		return new References(variables, files);
	}

	private static References collect(Node node, String key, Path folder) {
		SortedSet<String> variables = new TreeSet<>();
		SortedSet<Path> files = new TreeSet<>();
		if (node instanceof MappingNode mapping) {
			for (NodeTuple entry : mapping.getValue()) {
				String name = (entry.getKeyNode() instanceof ScalarNode scalar) ? scalar.getValue() : "";
				add(collect(entry.getValueNode(), Keys.path(key, name), folder), variables, files);
			}
		}
		else if (node instanceof SequenceNode sequence) {
			sequence.getValue().forEach((item) -> add(collect(item, key, folder), variables, files));
		}
		else if (node instanceof ScalarNode scalar) {
			scalar(scalar.getValue(), key, folder, variables, files);
		}
		return new References(variables, files);
	}

	private static void add(References part, SortedSet<String> variables, SortedSet<Path> files) {
		variables.addAll(part.variables);
		files.addAll(part.files);
	}

	private static void scalar(String text, String key, Path folder, Set<String> variables, Set<Path> files) {
		for (String reference : Substitution.references(text)) {
			if (reference.startsWith(Substitution.FILE)) {
				files.add(folder.resolve(reference.substring(Substitution.FILE.length()).strip()).normalize());
			}
			else if (Substitution.VARIABLE.matcher(reference).matches()) {
				variables.add(reference);
			}
		}
		if (FILE_KEYS.contains(key) && Substitution.references(text).isEmpty()) {
			files.add(folder.resolve(text).normalize());
		}
	}

}
