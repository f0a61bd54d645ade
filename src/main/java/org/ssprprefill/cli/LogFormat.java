package org.ssprprefill.cli;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the environment says about messages and logs; {@link LogSetup} obeys it. A wrong
 * value is refused before anything is logged, because the logging library would complain
 * on standard output.
 */
final class LogFormat {

	private static final String FORMAT = "SSPR_PREFILL_LOG";

	private static final String LEVEL = "SSPR_PREFILL_LOG_LEVEL";

	private static final Set<String> FORMATS = Set.of("text", "json");

	private static final Set<String> LEVELS = Set.of("ERROR", "WARN", "INFO", "DEBUG");

	private LogFormat() {
	}

	/** Whether messages for people are log events too, one JSON object a line. */
	static boolean isJson() {
		return Environment.variable(FORMAT).equals(Optional.of("json"));
	}

	/** From which level on this program is heard. */
	static String level() {
		return Environment.variable(LEVEL).orElse("INFO");
	}

	/** What is wrong with the variables, if anything. */
	static Optional<String> objection(Function<String, Optional<String>> environment) {
		return environment.apply(FORMAT)
			.filter((format) -> !FORMATS.contains(format))
			.map((format) -> FORMAT + " is '" + format + "': set it to text or json, or not at all.")
			.or(() -> environment.apply(LEVEL)
				.filter((level) -> !LEVELS.contains(level))
				.map((level) -> LEVEL + " is '" + level + "': set it to ERROR, WARN, INFO or DEBUG, or not at all."));
	}

}
