package org.ssprprefill.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gives commands in this process and listens to what they say. */
final class Commands {

	private Commands() {
	}

	/** A command with the home and the reports below a folder. */
	static Outcome give(Path folder, String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--home", folder.resolve("home").toString()));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8));
		int exitCode = CommandLines.run(console, all.toArray(String[]::new));
		Outcome outcome = new Outcome(exitCode, out.toString(StandardCharsets.UTF_8),
				err.toString(StandardCharsets.UTF_8), folder.resolve("reports"), List.of());
		Agreement.check(outcome);
		return outcome;
	}

}
