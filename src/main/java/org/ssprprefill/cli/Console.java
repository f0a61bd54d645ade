package org.ssprprefill.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The standard streams: data goes out, messages and progress go to the error stream, both
 * in UTF-8 whatever the platform's default is.
 */
final class Console {

	private static final Logger LOG = LoggerFactory.getLogger(Console.class);

	/** What could move the cursor, hide a text or turn its direction. */
	private static final Pattern DECEPTIVE = Pattern.compile("(?!\r\n)[\\p{Cc}\u202A-\u202E\u2066-\u2069&&[^\n\t]]");

	private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

	private static final String LINE_UP = "\u001B[1A";

	private static final String CLEAR_LINE = "\r\u001B[2K";

	private final PrintStream out;

	private final PrintStream err;

	private final boolean quiet;

	private final boolean terminal;

	/** Whether messages are log events, for a collector instead of a reader. */
	private final boolean logged;

	/** How many lines that change stand at the end. */
	private int open;

	Console(PrintStream out, PrintStream err) {
		this(out, err, false, false, false);
	}

	private Console(PrintStream out, PrintStream err, boolean quiet, boolean terminal, boolean logged) {
		this.out = out;
		this.err = err;
		this.quiet = quiet;
		this.terminal = terminal;
		this.logged = logged;
	}

	static Console standard() {
		return new Console(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
				new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8), false,
				isTerminal() && leadsToDevice(STANDARD_ERROR)
						&& !Set.of("", "dumb").contains(Environment.variable("TERM").orElse("")),
				LogFormat.isJson());
	}

	/** From Java 22 on there is a console without a terminal too, which then says so. */
	private static boolean isTerminal() {
		java.io.Console console = System.console();
		if (console == null) {
			return false;
		}
		try {
			return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
		}
		catch (NoSuchMethodException ex) {
			return true;
		}
		catch (ReflectiveOperationException ex) {
			return false;
		}
	}

	/**
	 * Whether a stream leads to a device. Java knows only of standard input and output
	 * whether they are a terminal's, and messages may be on their way to a file.
	 * @param link the stream as Linux shows it; other systems show none
	 */
	static boolean leadsToDevice(Path link) {
		try {
			return Files.readSymbolicLink(link).startsWith("/dev");
		}
		catch (IOException | UnsupportedOperationException ex) {
			return true;
		}
	}

	Console quiet(boolean silent) {
		return new Console(this.out, this.err, silent, this.terminal, this.logged);
	}

	/** Data. */
	void print(String text) {
		this.out.println(text);
	}

	/** Data for people, in which file names and names in the tenant stand. */
	void tell(String text) {
		this.out.println(harmless(text));
	}

	/** A message. */
	synchronized void say(String text) {
		if (this.logged) {
			LOG.info(text);
			return;
		}
		clear();
		this.err.println(harmless(text));
	}

	/** A text that a terminal can only print. */
	private static String harmless(String text) {
		return DECEPTIVE.matcher(text).replaceAll("\uFFFD");
	}

	/** What is going on; silent when asked to be quiet. */
	void progress(String text) {
		if (!this.quiet) {
			say(text);
		}
	}

	/**
	 * Whether the user says yes; without a terminal there is none to ask, and the command
	 * is the answer.
	 */
	boolean confirms(String question) {
		java.io.Console keyboard = System.console();
		if (!this.terminal || keyboard == null) {
			return true;
		}
		say(question);
		String answer = keyboard.readLine();
		return answer != null && Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
	}

	/** Whether there is a terminal to ask on. */
	boolean asks() {
		return this.terminal && System.console() != null;
	}

	/** Whether it is a terminal, on which a line can change. */
	boolean isWatched() {
		return this.terminal && !this.quiet && !this.logged;
	}

	/** Replaces the line that changes. */
	void live(String text) {
		live(List.of(text));
	}

	/** Replaces the lines that change, each shorter than a terminal is wide. */
	synchronized void live(List<String> lines) {
		clear();
		this.err.print(String.join("\n", lines.stream().map(Console::harmless).toList()));
		this.err.flush();
		this.open = lines.size();
	}

	private void clear() {
		if (this.open > 0) {
			this.err.print((CLEAR_LINE + LINE_UP).repeat(this.open - 1) + CLEAR_LINE);
			this.open = 0;
		}
	}

	PrintStream out() {
		return this.out;
	}

	PrintStream err() {
		return this.err;
	}

}
