package org.ssprprefill.schedule;

import java.util.Collection;
import java.util.stream.Collectors;

/** One word, written so that a scheduler reads back exactly that word. */
final class Quoted {

	private static final String PLAIN = "[A-Za-z0-9_@+=:,./-]+";

	private Quoted() {
	}

	/**
	 * A word of a command line in a unit file; {@code %} and {@code $} stand for
	 * themselves.
	 */
	static String systemd(String word) {
		return systemdPath(word).replace("$", "$$");
	}

	/** A path in a unit file, where {@code $} has no meaning but {@code %} has. */
	static String systemdPath(String path) {
		String text = path.replace("%", "%%");
		return text.matches("[A-Za-z0-9_@+=:,./%-]+") ? text
				: "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	/** A word of a POSIX shell. */
	static String shell(String word) {
		return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
	}

	static String shell(Collection<String> words) {
		return words.stream().map(Quoted::shell).collect(Collectors.joining(" "));
	}

	/** A word of a Windows command line, quotes as its C runtime reads them. */
	static String windows(String word) {
		if (word.matches("[A-Za-z0-9_@+=:,./\\\\-]+")) {
			return word;
		}
		// A backslash before the closing quote would take it away
		return "\"" + word.replace("\"", "\\\"").replaceFirst("(\\\\+)$", "$1$1") + "\"";
	}

	static String xml(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	/** A YAML scalar that is a string whatever it looks like. */
	static String yaml(String text) {
		return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + "\"";
	}

}
