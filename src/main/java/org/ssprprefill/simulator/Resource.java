package org.ssprprefill.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The simulator's own files. */
final class Resource {

	private Resource() {
	}

	static Map<?, ?> yaml(String name) {
		try (InputStream stream = Resource.class.getResourceAsStream("/simulator/" + name)) {
			if (stream == null) {
				throw new IllegalStateException("The program is incomplete: simulator/" + name + " is missing");
			}
			return Yaml.parse(Path.of(name), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The program's own file simulator/" + name + " cannot be read", ex);
		}
	}

	static Map<?, ?> map(Map<?, ?> parent, String key) {
		return (parent.get(key) instanceof Map<?, ?> map) ? map : Map.of();
	}

}
