package org.ssprprefill.definition;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a file into YAML nodes, which know their lines. No object is ever constructed
 * from the file's tags.
 */
final class YamlFile {

	private static final int MOST_CHARACTERS = 1_000_000;

	private static final int MOST_ALIASES = 10;

	private static final int DEEPEST = 20;

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	/** The parser's words that never repeat names or values of the file. */
	private static final List<String> HARMLESS = List.of("mapping values are not allowed", "could not find expected",
			"expected <block end>", "found character", "found unexpected end of stream", "but found another document");

	private final Path file;

	private final Problems problems;

	YamlFile(Path file, Problems problems) {
		this.file = file;
		this.problems = problems;
	}

	/** The line of a node, from 1. */
	static int line(Node node) {
		return node.getStartMark().getLine() + 1;
	}

	/** The root mapping; nothing after noting why there is none. */
	Optional<MappingNode> read() {
		return text().flatMap(this::nodes);
	}

	private Optional<String> text() {
		try {
			String text = Files.readString(this.file);
			return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
		}
		catch (NoSuchFileException ex) {
			return refuse("there is no such file", "Check the path; jobs/nightly.yaml is a template to copy.", 0);
		}
		catch (CharacterCodingException ex) {
			return refuse("the file is not UTF-8 text", "Save it as UTF-8.", 0);
		}
		catch (IOException ex) {
			return refuse("the file cannot be read", "Let the account that runs the job read it.", 0);
		}
	}

	private Optional<MappingNode> nodes(String text) {
		try {
			Node root = new Yaml(new SafeConstructor(bounds())).compose(new StringReader(text));
			if (root instanceof MappingNode mapping) {
				return Optional.of(mapping);
			}
			return refuse("the file holds no keys", "Begin with the sections tenant and feed.", 1);
		}
		catch (MarkedYAMLException ex) {
			int line = (ex.getProblemMark() != null) ? ex.getProblemMark().getLine() + 1 : 0;
			return refuse("the file is not well-formed YAML here" + words(ex),
					"Check indentation, colons, quotes and brackets on this line and the one before.", line);
		}
		catch (YAMLException ex) {
			return refuse("the file is no YAML that a job definition may be",
					"Remove control characters, deep nesting and aliases (* and &).", 0);
		}
	}

	private static LoaderOptions bounds() {
		LoaderOptions bounds = new LoaderOptions();
		bounds.setCodePointLimit(MOST_CHARACTERS);
		bounds.setMaxAliasesForCollections(MOST_ALIASES);
		bounds.setNestingDepthLimit(DEEPEST);
		return bounds;
	}

	private static String words(MarkedYAMLException ex) {
		String problem = String.valueOf(ex.getProblem());
		return HARMLESS.stream().anyMatch(problem::startsWith) ? " (" + problem.strip() + ")" : "";
	}

	private <T> Optional<T> refuse(String problem, String remedy, int line) {
		this.problems.add("", "", problem, remedy, line);
		return Optional.empty();
	}

}
