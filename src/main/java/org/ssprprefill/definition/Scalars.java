package org.ssprprefill.definition;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns a scalar node into a value: references resolved, secrets guarded. */
final class Scalars {

	private static final String MASK = "••••";

	private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP,
			Tag.MERGE);

	/**
	 * Slips of the pen that carry a secret under another key: {@code password=…},
	 * {@code http://user:…@host}.
	 */
	private static final Pattern SENSITIVE_TEXT = Pattern
		.compile("(?is).*((secret|password|token|key)\\s*[:=]|//[^/]*@).*");

	private final Document document;

	Scalars(Document document) {
		this.document = document;
	}

	/**
	 * What messages may show of a node: a scalar as it stands in the file, unless it is
	 * sensitive.
	 */
	static String shown(String key, Node node) {
		String text = (node instanceof ScalarNode scalar) ? scalar.getValue() : "";
		return (Keys.isSensitive(key) || SENSITIVE_TEXT.matcher(text).matches()) ? MASK : text;
	}

	Optional<Value> read(String key, Node node) {
		int line = YamlFile.line(node);
		String shown = shown(key, node);
		Value raw = new Value(key, "", shown, line, this.document.problems());
		if (!(node instanceof ScalarNode scalar) || !PLAIN.contains(node.getTag())) {
			raw.wrong("a single plain value is expected here", "Write the value behind the key, on the same line.");
			return Optional.empty();
		}
		if (Keys.isSecret(key) && Substitution.hasLiteralPart(scalar.getValue())) {
			raw.wrong("is a secret written into the file", "Use ${NAME} or ${file:/path} instead.");
			return Optional.empty();
		}
		return resolve(key, scalar, raw)
			.flatMap((text) -> filled(new Value(key, text, shown, line, this.document.problems())));
	}

	private Optional<String> resolve(String key, ScalarNode scalar, Value raw) {
		Substitution.Result result = this.document.substitution().resolve(scalar.getValue());
		if (result instanceof Substitution.Result.Resolved resolved) {
			if (Keys.isSecret(key)) {
				resolved.files().forEach((file) -> SecretFiles.check(file, raw));
			}
			return Optional.of(resolved.text());
		}
		if (result instanceof Substitution.Result.Failed failed
				&& !(failed.absent() && this.document.mayBeUnset(key))) {
			raw.wrong(failed.problem(), failed.remedy());
		}
		return Optional.empty();
	}

	private Optional<Value> filled(Value value) {
		// A tab is blank and a delimiter
		if (value.text().isEmpty() || value.text().isBlank() && !value.text().equals("\t")) {
			value.wrong("has no value", "Give one, or remove the key.");
			return Optional.empty();
		}
		return Optional.of(value);
	}

}
