package org.ssprprefill;

import org.ssprprefill.cli.CommandLines;

/** Entry point of {@code java -jar sspr-prefill.jar}. */
public final class Application {

	private Application() {
	}

	/**
	 * Runs one command and ends the process with its exit code.
	 * @param arguments the verb, its options and parameters
	 */
	public static void main(String[] arguments) {
		System.exit(CommandLines.run(arguments));
	}

}
