package org.ssprprefill.cli;

import java.io.File;
import java.nio.file.Path;

/** A path as a word of a shell's command line. */
final class ShellWord {

	/** In shells of POSIX systems the number sign may need quotes. */
	private static final String PLAIN = (File.separatorChar == '\\') ? "[\\w@+=:,./\\\\#-]+" : "[\\w@+=:,./-]+";

	private ShellWord() {
	}

	static String of(Path path) {
		String word = path.toString();
		return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
	}

}
