package org.ssprprefill.definition;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One tenant's entry in a fleet, as it stands in its file: references are kept. */
final class TenantEntry {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

	private final Path file;

	private final Section section;

	private final int line;

	private boolean twin;

	TenantEntry(Path file, Document document, MappingNode node) {
		this.file = file;
		this.section = Section.root(document, Keys.ENTRY, node);
		this.line = YamlFile.line(node);
		this.section.require("id", "Give the tenant id from the Entra admin center, or a verified domain.");
	}

	Path file() {
		return this.file;
	}

	Problems problems() {
		return this.section.document().problems();
	}

	/** What the entry is known by, in lower case; its place where it names no tenant. */
	String id() {
		return this.section.value("id").map(Value::text).orElse(this.file + ":" + this.line).toLowerCase(Locale.ROOT);
	}

	/** Another entry has the same id: neither can be told apart. */
	void isTwin() {
		this.section.wrong("id", "is the id of another entry, too", "Keep one of the two.");
		this.twin = true;
	}

	/** What the fleet knows the tenant by, which no other entry is. */
	String identity() {
		return this.twin ? this.file + ":" + this.line : id();
	}

	String name() {
		return this.section.value("name").map(Value::text).orElseGet(this::id);
	}

	ZoneId zone() {
		return this.section.value("zone").flatMap((value) -> {
			try {
				return Optional.of(ZoneId.of(value.text()));
			}
			catch (DateTimeException ex) {
				value.wrong("is not a time zone", "Give one such as Europe/Amsterdam.");
				return Optional.empty();
			}
		}).orElseGet(ZoneId::systemDefault);
	}

	Optional<Node> key() {
		return this.section.node("key");
	}

	/** Its own app registration; read by {@link AppKeys}. */
	Section app() {
		return this.section.section("app");
	}

	/** Keys of the template to override. */
	Optional<MappingNode> overrides() {
		Optional<Node> node = this.section.node("set").filter((set) -> !set.getTag().equals(Tag.NULL));
		node.filter((set) -> !(set instanceof MappingNode))
			.ifPresent((set) -> this.section.wrong("set", "is no section", "Write keys of the template below it."));
		return node.filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
	}

	/** What {@code ${tenant.NAME}} means, by name, as it stands in the entry. */
	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		this.section.node("values").ifPresent((node) -> {
			if (node instanceof MappingNode mapping) {
				mapping.getValue().forEach((tuple) -> value(tuple, values));
			}
			else if (!node.getTag().equals(Tag.NULL)) {
				this.section.wrong("values", "is no section", "Write NAME: value below it.");
			}
		});
		this.section.value("id").ifPresent((id) -> values.put("id", id()));
		values.put("name", name());
		raw("drop").ifPresent((drop) -> values.put("drop", drop));
		return values;
	}

	private Optional<String> raw(String key) {
		return this.section.value(key).isPresent()
				? this.section.node(key).map(ScalarNode.class::cast).map(ScalarNode::getValue) : Optional.empty();
	}

	private void value(NodeTuple tuple, Map<String, String> values) {
		if (tuple.getKeyNode() instanceof ScalarNode key && NAME.matcher(key.getValue()).matches()
				&& tuple.getValueNode() instanceof ScalarNode value) {
			values.put(key.getValue(), value.getValue());
			return;
		}
		problems().add("values", "", "holds something that is not NAME: value",
				"Give names of letters, digits, _ and -, each with a plain value.", YamlFile.line(tuple.getKeyNode()));
	}

}
