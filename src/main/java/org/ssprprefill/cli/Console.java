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

	private static final String CLEAR_LINE = "\r\u001B[2K";

	private final PrintStream out;

	private final PrintStream err;

	private final boolean quiet;

	private final boolean terminal;

	private boolean lineOpen;

	Console(PrintStream out, PrintStream err) {
		this(out, err, false, false);
	}

	private Console(PrintStream out, PrintStream err, boolean quiet, boolean terminal) {
		this.out = out;
		this.err = err;
		this.quiet = quiet;
		this.terminal = terminal;
	}

	static Console standard() {
		return new Console(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
				new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8), false,
				System.console() != null && System.getenv("TERM") != null);
	}

	Console quiet(boolean silent) {
		return new Console(this.out, this.err, silent, this.terminal);
	}

	/** Data. */
	void print(String text) {
		this.out.println(text);
	}

	/** A message. */
	synchronized void say(String text) {
		clear();
		this.err.println(text);
	}

	/** What is going on; silent when asked to be quiet. */
	void progress(String text) {
		if (!this.quiet) {
			say(text);
		}
	}

	/** Whether somebody watches, so that a line that changes makes sense. */
	boolean isWatched() {
		return this.terminal && !this.quiet;
	}

	/** Replaces the line that changes. */
	synchronized void live(String text) {
		this.err.print(CLEAR_LINE + text);
		this.err.flush();
		this.lineOpen = true;
	}

	private void clear() {
		if (this.lineOpen) {
			this.err.print(CLEAR_LINE);
			this.lineOpen = false;
		}
	}

	PrintStream out() {
		return this.out;
	}

	PrintStream err() {
		return this.err;
	}

}
