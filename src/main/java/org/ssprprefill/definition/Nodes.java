package org.ssprprefill.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** New YAML nodes from old ones, which keep their lines. */
final class Nodes {

	private Nodes() {
	}

	/** A copy whose plain values are rewritten. */
	static Node rewritten(Node node, UnaryOperator<ScalarNode> rewrite) {
		if (node instanceof MappingNode mapping) {
			return mapping(mapping,
					mapping.getValue()
						.stream()
						.map((tuple) -> new NodeTuple(tuple.getKeyNode(), rewritten(tuple.getValueNode(), rewrite)))
						.toList());
		}
		if (node instanceof SequenceNode sequence) {
			return new SequenceNode(sequence.getTag(), true,
					sequence.getValue().stream().map((item) -> rewritten(item, rewrite)).toList(),
					sequence.getStartMark(), sequence.getEndMark(), sequence.getFlowStyle());
		}
		return (node instanceof ScalarNode scalar) ? rewrite.apply(scalar) : node;
	}

	static ScalarNode scalar(ScalarNode like, String text) {
		return new ScalarNode(Tag.STR, true, text, like.getStartMark(), like.getEndMark(), like.getScalarStyle());
	}

	/** A mapping without keys. */
	static MappingNode empty() {
		Mark nowhere = new Mark("", 0, 0, 0, new int[0], 0);
		return new MappingNode(Tag.MAP, true, new ArrayList<>(), nowhere, nowhere, FlowStyle.BLOCK);
	}

	/** A mapping with one key, placed where the other node stands. */
	static MappingNode single(String key, Node value, MappingNode place) {
		ScalarNode name = new ScalarNode(Tag.STR, true, key, value.getStartMark(), value.getEndMark(),
				ScalarStyle.PLAIN);
		return mapping(place, List.of(new NodeTuple(name, value)));
	}

	/** What stands below a path of keys, separated by dots. */
	static Optional<Node> at(Node root, String path) {
		Optional<Node> node = Optional.of(root);
		for (String key : path.split("\\.")) {
			node = node.filter(MappingNode.class::isInstance).flatMap((mapping) -> child((MappingNode) mapping, key));
		}
		return node;
	}

	/**
	 * The first mapping with everything of the second in it: sections are joined, other
	 * values replaced. A key with dots means a key in a section.
	 */
	static MappingNode merged(MappingNode first, MappingNode second) {
		MappingNode merged = first;
		for (NodeTuple given : second.getValue()) {
			merged = with(merged, nested(given, second));
		}
		return merged;
	}

	private static MappingNode with(MappingNode mapping, NodeTuple given) {
		String key = name(given);
		Node value = given.getValueNode();
		Node joined = child(mapping, key).filter(MappingNode.class::isInstance)
			.filter((before) -> value instanceof MappingNode)
			.<Node>map((before) -> merged((MappingNode) before, (MappingNode) value))
			.orElse(value);
		List<NodeTuple> tuples = new ArrayList<>(mapping.getValue());
		tuples.removeIf((other) -> name(other).equals(key));
		tuples.add(new NodeTuple(given.getKeyNode(), joined));
		return mapping(mapping, tuples);
	}

	/** The same without some keys of one section. */
	static MappingNode without(MappingNode root, String section, List<String> keys) {
		return child(root, section).filter(MappingNode.class::isInstance).map(MappingNode.class::cast).map((below) -> {
			List<NodeTuple> kept = below.getValue().stream().filter((tuple) -> !keys.contains(name(tuple))).toList();
			List<NodeTuple> tuples = root.getValue()
				.stream()
				.map((tuple) -> name(tuple).equals(section) ? new NodeTuple(tuple.getKeyNode(), mapping(below, kept))
						: tuple)
				.toList();
			return mapping(root, tuples);
		}).orElse(root);
	}

	private static NodeTuple nested(NodeTuple tuple, MappingNode place) {
		String key = name(tuple);
		int dot = key.indexOf('.');
		if (dot < 0) {
			return tuple;
		}
		MappingNode below = single(key.substring(dot + 1), tuple.getValueNode(), place);
		return single(key.substring(0, dot), below, place).getValue().get(0);
	}

	private static Optional<Node> child(MappingNode mapping, String key) {
		return mapping.getValue()
			.stream()
			.filter((tuple) -> name(tuple).equals(key))
			.map(NodeTuple::getValueNode)
			.findFirst();
	}

	private static String name(NodeTuple tuple) {
		return (tuple.getKeyNode() instanceof ScalarNode scalar) ? scalar.getValue() : "";
	}

	private static MappingNode mapping(MappingNode like, List<NodeTuple> tuples) {
		return new MappingNode(like.getTag(), true, new ArrayList<>(tuples), like.getStartMark(), like.getEndMark(),
				like.getFlowStyle());
	}

}
