package org.ssprprefill.cli;

import java.nio.file.Path;

/** A path as a word of a shell's command line. */
final class ShellWord {

	private ShellWord() {
	}

	static String of(Path path) {
		String word = path.toString();
		return word.matches("[\\w@+=:,./\\\\-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
	}

}
