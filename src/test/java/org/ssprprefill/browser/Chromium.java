package org.ssprprefill.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The machine's own Chromium without a window, steered over its DevTools protocol. It has
 * a profile of its own, which is deleted with it.
 */
public final class Chromium implements AutoCloseable {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

	private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

	private final Process process;

	private final Path profile;

	private final DevTools devTools;

	private Chromium(Process process, Path profile, DevTools devTools) {
		this.process = process;
		this.profile = profile;
		this.devTools = devTools;
	}

	/**
	 * Where it is installed.
	 * @return the program, or nothing if there is none on the path
	 */
	public static Optional<Path> program() {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.flatMap((folder) -> NAMES.stream().map((name) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * Starts a browser.
	 * @return the browser, listening on this machine only
	 * @throws IOException if it does not start
	 */
	public static Chromium start() throws IOException {
		Path program = program().orElseThrow(() -> new IOException("There is no Chromium on the path"));
		Path profile = Files.createTempDirectory("chromium");
		// Its sandbox needs rights that containers and root do not give; it opens only
		// pages made here
		Process process = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
				"--hide-scrollbars", "--force-color-profile=srgb", "--remote-debugging-port=0",
				"--user-data-dir=" + profile)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		return new Chromium(process, profile, DevTools.connect(address(process)));
	}

	private static URI address(Process process) throws IOException {
		BufferedReader lines = new BufferedReader(
				new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
		StringBuilder said = new StringBuilder();
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			Matcher listening = LISTENING.matcher(line);
			if (listening.find()) {
				// What it says later would fill the pipe and stop it
				Thread drain = new Thread(() -> lines.lines().forEach((later) -> {
				}));
				drain.setDaemon(true);
				drain.start();
				return URI.create(listening.group(1));
			}
			said.append(line).append('\n');
		}
		throw new IOException("Chromium did not start:\n" + said);
	}

	/**
	 * Opens a tab without cookies or storage of others.
	 * @return an empty tab as wide as a desktop's
	 */
	public Tab open() {
		return Tab.in(this.devTools);
	}

	@Override
	public void close() throws IOException {
		this.devTools.send("", "Browser.close", Map.of());
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		try (Stream<Path> files = Files.walk(this.profile, new FileVisitOption[0])) {
			files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
	}

}
