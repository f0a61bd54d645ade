package org.ssprprefill.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program in a process of its own, as a scheduler starts it, so that it can be
 * killed.
 */
final class Child implements AutoCloseable {

	private static final long PATIENCE_SECONDS = 180;

	/** A short life needs no optimising compiler. */
	private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

	private final Process process;

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private final Thread listener;

	private Child(Process process, Consumer<String> heard) {
		this.process = process;
		this.listener = new Thread(() -> listen(heard), "child");
	}

	/**
	 * Starts the program from this test's class path.
	 * @param environment variables it gets besides ours
	 * @param heard receives every line the program prints, as soon as it does
	 * @param arguments the command line
	 */
	static Child start(Map<String, String> environment, Consumer<String> heard, List<String> arguments) {
		return start(environment, heard, arguments, Path.of(""));
	}

	/** The same in a working directory. */
	static Child start(Map<String, String> environment, Consumer<String> heard, List<String> arguments,
			Path directory) {
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(SHORT_LIVED);
		command.addAll(List.of("-cp", productClassPath(), "org.ssprprefill.Application"));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.directory(directory.toAbsolutePath().toFile());
		builder.environment().putAll(environment);
		try {
			Child child = new Child(builder.start(), heard);
			child.listener.start();
			return child;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String java() {
		return ProcessHandle.current().info().command().orElse("java");
	}

	/** Without the tests' own resources, which would replace the product's. */
	private static String productClassPath() {
		return String.join(File.pathSeparator,
				Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
					.filter((entry) -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
					.map((entry) -> Path.of(entry).toAbsolutePath().toString())
					.toList());
	}

	private void listen(Consumer<String> heard) {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				this.lines.add(line);
				heard.accept(line);
			}
		}
		catch (IOException ex) {
			// A killed process takes its stream with it
			this.lines.add("(" + ex.getMessage() + ")");
		}
	}

	/** {@code kill -9}. */
	void kill() {
		// The process itself would close the stream that its last words come through
		this.process.toHandle().destroyForcibly();
	}

	/** {@code kill -9}, and the process is gone when this returns. */
	void killAndWait() {
		kill();
		end();
	}

	/** {@code kill}, as a service manager stops a program. */
	void terminate() {
		this.process.toHandle().destroy();
	}

	/** {@code kill -STOP}: it stands still, as on a machine that is suspended. */
	void pause() {
		signal("STOP");
	}

	/** {@code kill -CONT}: it knows nothing of its pause. */
	void goOn() {
		signal("CONT");
	}

	private void signal(String name) {
		try {
			assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor()).isZero();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Waits for the end of the process. */
	int end() {
		return end(PATIENCE_SECONDS);
	}

	int end(long seconds) {
		try {
			if (!this.process.waitFor(seconds, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
				throw new AssertionError("The program did not end in " + seconds + " s:\n" + output());
			}
			if (Thread.currentThread() != this.listener) {
				this.listener.join(TimeUnit.SECONDS.toMillis(seconds));
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Everything printed so far. */
	String output() {
		return String.join("\n", this.lines);
	}

	long pid() {
		return this.process.pid();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
