package org.ssprprefill.cli;

/** Ends a command with a message and an exit code. */
final class Refusal extends RuntimeException {

	private final int exitCode;

	Refusal(int exitCode, String message) {
		super(message);
		this.exitCode = exitCode;
	}

	int exitCode() {
		return this.exitCode;
	}

}
