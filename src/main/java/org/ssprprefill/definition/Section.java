package org.ssprprefill.definition;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of the file. Unknown and repeated keys are noted when it is opened;
 * readings of absent keys yield nothing.
 */
final class Section {

	private final Document document;

	private final String name;

	private final int line;

	private final Map<String, Node> nodes = new LinkedHashMap<>();

	/** Where the keys stand; the content of a section begins further down. */
	private final Map<String, Integer> lines = new HashMap<>();

	private Section(Document document, String name, int line) {
		this.document = document;
		this.name = name;
		this.line = line;
	}

	static Section root(Document document, MappingNode node) {
		Section root = new Section(document, "", 1);
		root.open(node);
		return root;
	}

	/** The root of another kind of file, or of a part that has a file's place. */
	static Section root(Document document, String name, MappingNode node) {
		Section root = new Section(document, name, YamlFile.line(node));
		root.open(node);
		return root;
	}

	/** What stands under a key, for readers of what is no section, value or list. */
	Optional<Node> node(String key) {
		return Optional.ofNullable(this.nodes.get(key));
	}

	/** A section below this one; an absent or empty one has no keys. */
	Section section(String key) {
		Node node = this.nodes.get(key);
		Section section = new Section(this.document, path(key), lineOf(key));
		if (node instanceof MappingNode mapping) {
			section.open(mapping);
		}
		else if (node != null && !node.getTag().equals(Tag.NULL)) {
			wrong(key, "a section with keys is expected here", "Indent its keys on the lines below it.");
		}
		return section;
	}

	boolean has(String key) {
		return this.nodes.containsKey(key);
	}

	/** Whether it is there, be it empty; of one that is not, one problem says enough. */
	boolean isGiven() {
		return this.document.problems()
			.byLine()
			.stream()
			.noneMatch((problem) -> problem.key().equals(Keys.shown(this.name)));
	}

	Document document() {
		return this.document;
	}

	String path(String key) {
		return Keys.path(this.name, key);
	}

	/** Notes something about a key, which need not be there. */
	void wrong(String key, String problem, String remedy) {
		Node node = this.nodes.get(key);
		String shown = (node != null) ? Scalars.shown(path(key), node) : "";
		this.document.problems().add(path(key), shown, problem, remedy, lineOf(key));
	}

	/** Notes a key that must be there and is not. */
	void require(String key, String remedy) {
		if (!has(key)) {
			wrong(key, "is missing", remedy);
		}
	}

	Optional<Value> value(String key) {
		return Optional.ofNullable(this.nodes.get(key)).flatMap((node) -> scalar(path(key), node));
	}

	/** A list; nothing if the key is absent or no list. */
	Optional<List<Value>> list(String key) {
		Node node = this.nodes.get(key);
		if (node instanceof SequenceNode sequence) {
			return Optional.of(items(path(key), sequence));
		}
		if (node != null) {
			wrong(key, "is not a list", "Write it in brackets: [one, another].");
		}
		return Optional.empty();
	}

	/** A list, or a single value that stands for a list of one. */
	List<Value> oneOrMore(String key) {
		return (this.nodes.get(key) instanceof SequenceNode) ? list(key).orElseGet(List::of)
				: value(key).stream().toList();
	}

	int wholeNumber(String key, int fallback, int least, int most) {
		return value(key)
			.map((value) -> value.wholeNumber(least, most, "Give a count such as " + fallback + ".").orElse(fallback))
			.orElse(fallback);
	}

	Duration duration(String key, Duration fallback) {
		return value(key).flatMap(Value::duration).orElse(fallback);
	}

	boolean yesOrNo(String key) {
		return value(key).flatMap(Value::yesOrNo).orElse(false);
	}

	Optional<Path> path(String key, Path folder) {
		return value(key).flatMap((value) -> value.path(folder));
	}

	private void open(MappingNode mapping) {
		for (NodeTuple entry : mapping.getValue()) {
			if (entry.getKeyNode() instanceof ScalarNode key) {
				admit(key, entry.getValueNode());
			}
			else {
				this.document.problems()
					.add(this.name, "", "holds a key that is not a word", "Write key: value.",
							YamlFile.line(entry.getKeyNode()));
			}
		}
	}

	private void admit(ScalarNode keyNode, Node node) {
		String key = keyNode.getValue();
		if (!Keys.isKnown(this.name, key)) {
			note(keyNode, node, "stands under a key that does not exist", remedyForUnknown(key));
		}
		else if (has(key)) {
			note(keyNode, node, "stands under a key that was given before", "Keep one of the two.");
		}
		else {
			this.nodes.put(key, node);
			this.lines.put(key, YamlFile.line(keyNode));
		}
	}

	private int lineOf(String key) {
		return this.lines.getOrDefault(key, this.line);
	}

	private void note(ScalarNode key, Node node, String problem, String remedy) {
		// A forgotten space makes client-secret:value one word, so only its beginning is
		// shown
		String path = path(key.getValue().split("[:=\\s]", 2)[0]);
		this.document.problems().add(path, Scalars.shown(path, node), problem, remedy, YamlFile.line(key));
	}

	private String remedyForUnknown(String key) {
		return Keys.nearest(this.name, key)
			.map((known) -> "Did you mean " + Keys.shown(known) + "?")
			.orElseGet(() -> "Known here: " + String.join(", ", Keys.in(this.name)) + ".");
	}

	private List<Value> items(String path, SequenceNode sequence) {
		return sequence.getValue().stream().flatMap((item) -> scalar(path, item).stream()).toList();
	}

	private Optional<Value> scalar(String path, Node node) {
		return new Scalars(this.document).read(path, node);
	}

}
