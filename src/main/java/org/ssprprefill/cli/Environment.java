package org.ssprprefill.cli;

import java.util.Optional;

/** The environment variables. */
final class Environment {

	private Environment() {
	}

	static Optional<String> variable(String name) {
		return Optional.ofNullable(System.getenv(name));
	}

}
