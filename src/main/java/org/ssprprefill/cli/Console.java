package org.ssprprefill.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams: data goes out, messages and progress go to the error stream, both
 * in UTF-8 whatever the platform's default is.
 */
final class Console {

	private final PrintStream out;

	private final PrintStream err;

	private final boolean quiet;

	Console(PrintStream out, PrintStream err) {
		this(out, err, false);
	}

	private Console(PrintStream out, PrintStream err, boolean quiet) {
		this.out = out;
		this.err = err;
		this.quiet = quiet;
	}

	static Console standard() {
		return new Console(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
				new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
	}

	Console quiet(boolean silent) {
		return new Console(this.out, this.err, silent);
	}

	/** Data. */
	void print(String text) {
		this.out.println(text);
	}

	/** A message. */
	void say(String text) {
		this.err.println(text);
	}

	/** What is going on; silent when asked to be quiet. */
	void progress(String text) {
		if (!this.quiet) {
			this.err.println(text);
		}
	}

	PrintStream out() {
		return this.out;
	}

	PrintStream err() {
		return this.err;
	}

}
