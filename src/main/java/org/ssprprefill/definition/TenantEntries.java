package org.ssprprefill.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the tenants of a fleet: a list in the fleet file, or a file each. */
final class TenantEntries {

	private final Section root;

	private final Function<Problems, Document> documents;

	private final Path folder;

	private final List<TenantEntry> entries = new ArrayList<>();

	TenantEntries(Section root, Function<Problems, Document> documents, Path folder) {
		this.root = root;
		this.documents = documents;
		this.folder = folder;
	}

	/** Every entry; two with the same id are both wrong. */
	List<TenantEntry> read() {
		Optional<Node> tenants = this.root.node("tenants");
		if (tenants.orElse(null) instanceof SequenceNode list) {
			list.getValue().forEach(this::listed);
		}
		else if (tenants.isPresent()) {
			this.root.value("tenants").ifPresent(this::files);
		}
		if (tenants.isPresent() && this.entries.isEmpty()) {
			this.root.wrong("tenants", "names no tenant", "Give at least one entry with an id.");
		}
		refuseTwins();
		return this.entries;
	}

	private void listed(Node node) {
		Path file = this.root.document().problems().file();
		if (node instanceof MappingNode entry) {
			this.entries.add(entry(file, new Problems(file), entry));
		}
		else {
			this.root.document()
				.problems()
				.add("tenants", "", "holds something that is no tenant's entry", "Write {id: …, name: …}.",
						YamlFile.line(node));
		}
	}

	private void files(Value pattern) {
		try {
			Path whole = this.folder.resolve(pattern.text()).normalize();
			Path last = whole.getFileName();
			PathMatcher matcher = whole.getFileSystem().getPathMatcher("glob:" + last);
			try (Stream<Path> found = Files.list(whole.resolveSibling(""))) {
				found.filter((file) -> matcher.matches(file.getFileName()) && Files.isRegularFile(file))
					.sorted()
					.forEach(this::file);
			}
		}
		catch (IOException | InvalidPathException ex) {
			pattern.wrong("names a folder that cannot be read", "Give a pattern such as tenants/*.yaml.");
		}
	}

	/** A file that cannot be read is a wrong entry, and no more. */
	private void file(Path file) {
		Problems problems = new Problems(file);
		MappingNode node = new YamlFile(file, problems).read().orElseGet(() -> Nodes.empty());
		this.entries.add(entry(file, problems, node));
	}

	private TenantEntry entry(Path file, Problems problems, MappingNode node) {
		return new TenantEntry(file, this.documents.apply(problems), node);
	}

	private void refuseTwins() {
		Map<String, TenantEntry> seen = new HashMap<>();
		for (TenantEntry entry : this.entries) {
			TenantEntry twin = seen.putIfAbsent(entry.id(), entry);
			if (twin != null) {
				entry.isTwin();
				twin.isTwin();
			}
		}
	}

}
