package org.ssprprefill.simulator;

import java.nio.file.Path;
import java.util.Map;

import org.ssprprefill.contact.ProgramFile;

/** The simulator's own files. */
final class Resource {

	private Resource() {
	}

	static Map<?, ?> yaml(String name) {
		return Yaml.parse(Path.of(name), ProgramFile.text("/simulator/" + name));
	}

	static Map<?, ?> map(Map<?, ?> parent, String key) {
		return (parent.get(key) instanceof Map<?, ?> map) ? map : Map.of();
	}

}
