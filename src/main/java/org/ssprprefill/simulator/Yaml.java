package org.ssprprefill.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.ssprprefill.simulator.TenantDescriptionException.Problem;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML whose every scalar is text: an employee id of 0123 stays 0123. */
final class Yaml {

	private Yaml() {
	}

	static Map<?, ?> read(Path file) {
		try {
			return parse(file, Files.readString(file));
		}
		catch (IOException ex) {
			throw refused(file, "", "check that the file exists and is readable, in UTF-8");
		}
	}

	static Map<?, ?> parse(Path file, String text) {
		try {
			Object root = loader().load(text);
			if (root instanceof Map<?, ?> map) {
				return map;
			}
			throw refused(file, "", "write 'key: value' lines");
		}
		catch (YAMLException ex) {
			throw refused(file, String.valueOf(ex.getMessage()).lines().findFirst().orElse(""),
					"correct the YAML near that place");
		}
	}

	private static TenantDescriptionException refused(Path file, String value, String remedy) {
		return new TenantDescriptionException(file, List.of(new Problem("(file)", value, remedy)));
	}

	private static org.yaml.snakeyaml.Yaml loader() {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		DumperOptions dumper = new DumperOptions();
		return new org.yaml.snakeyaml.Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options,
				new TextResolver());
	}

	/** Takes no scalar for a number, a date or a truth value. */
	private static final class TextResolver extends Resolver {

		@Override
		protected void addImplicitResolvers() {
			addImplicitResolver(Tag.MERGE, MERGE, "<");
		}

	}

}
