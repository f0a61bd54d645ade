package org.ssprprefill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.ssprprefill.report.ReportSchema;
import org.ssprprefill.simulator.Simulator;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One job with its feed, its home and its simulated tenant. The tenant lives in the
 * test's process and so survives the program.
 */
final class CrashScene implements AutoCloseable {

	/** People in the feed; each gets a mobile number and an address. */
	static final int PEOPLE = 45;

	/** The first is an administrator. */
	static final int CHANGES = 2 * (PEOPLE - 1);

	/** More than one page of users. */
	private static final int USERS = 1005;

	private static final List<String> TIMELESS = List.of("/feed/files", "/feed/problems", "/matching", "/plan/add",
			"/plan/none", "/plan/people", "/plan/limits", "/outcomes", "/licence", "/coverage/canReset",
			"/coverage/reasons", "/run/outcome");

	private static final Pattern RUN = Pattern.compile("Run (\\S+) of job nightly: (run|plan|apply|verify|undo)");

	private final Path folder;

	private final Simulator simulator;

	CrashScene(Path folder) {
		this.folder = folder;
		this.simulator = Simulator.start(tenant(folder), SimulatorSettings.defaults());
		write("nightly.yaml", job(""));
		write("drop/people.csv", feed());
	}

	private static TenantDescription tenant(Path folder) {
		StringBuilder yaml = new StringBuilder("""
				tenant: {id: 6a1f0c5e-3b9d-4c55-9d0e-5f2b7c8a9e10, name: Contoso, domains: [contoso.com]}
				skus:
				  - {part-number: SPE_E3, seats: 2000}
				roles:
				  - {role: Global Administrator, to: user1@contoso.com}
				users:
				""");
		IntStream.rangeClosed(1, USERS)
			.forEach((number) -> yaml.append(
					String.format("  - {upn: user%1$d@contoso.com, name: User %1$d, licences: [SPE_E3]}%n", number)));
		try {
			return TenantDescription.load(Files.writeString(folder.resolve("tenant.yaml"), yaml));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The job, with further lines. */
	String job(String more) {
		return """
				tenant:
				  id: 6a1f0c5e-3b9d-4c55-9d0e-5f2b7c8a9e10
				  access-token: ${SCENE_TOKEN}
				  endpoint: %s
				  login: %s
				feed:
				  drop: drop
				  settled-for: 0s
				  columns: {user-principal-name: UPN, mobile: Mobile, email: Private, name: Name}
				match:
				  by: [user-principal-name]
				limits: {changes-percent: 200}
				pace: {requests-per-second: 1000, in-flight: 2}
				sspr: {password-writeback: off}
				report: {directory: reports}
				""".formatted(this.simulator.endpoint(), this.simulator.login()) + more;
	}

	/** The first is an administrator, the last has a number that is none. */
	private static String feed() {
		StringBuilder csv = new StringBuilder("UPN,Name,Mobile,Private\n");
		IntStream.rangeClosed(1, PEOPLE)
			.forEach((number) -> csv.append(
					String.format("user%1$d@contoso.com,User %1$d,+31 612345%1$03d,user%1$d@example.org%n", number)));
		return csv.append("user99@contoso.com,User 99,12,\n").toString();
	}

	Simulator simulator() {
		return this.simulator;
	}

	Path home() {
		return this.folder.resolve("home");
	}

	Path write(String name, String text) {
		try {
			Path file = this.folder.resolve(name);
			Files.createDirectories(file.getParent());
			return Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Makes a home with its ledger, for many scenes. */
	static Path usedHome(Path folder) {
		try (CrashScene scene = new CrashScene(folder)) {
			Child history = scene.start((line) -> {
			}, "history");
			assertThat(history.end()).as(history.output()).isZero();
			return scene.home();
		}
	}

	/** Puts a home in place that was used before. */
	CrashScene with(Path usedHome) {
		copy(usedHome, home());
		return this;
	}

	/** Starts the nightly command. */
	Child start(Consumer<String> heard) {
		return start(heard, "run");
	}

	Child start(Consumer<String> heard, String verb) {
		return start(heard, verb, "home", Map.of());
	}

	/** Starts a command with a home and variables of its own. */
	Child start(Consumer<String> heard, String verb, String home, Map<String, String> variables) {
		Map<String, String> environment = new HashMap<>(variables);
		environment.put("SCENE_TOKEN", this.simulator.accessToken());
		return Child.start(environment, heard, List.of(verb, this.folder.resolve("nightly.yaml").toString(), "--home",
				this.folder.resolve(home).toString()));
	}

	/** Starts to take a run back. */
	Child startUndo(String run) {
		return Child.start(Map.of("SCENE_TOKEN", this.simulator.accessToken()), (line) -> {
		}, List.of("undo", run, "--home", home().toString()));
	}

	/** Starts to apply a kept plan, and to print its report. */
	Child startApply(String plan) {
		return Child.start(Map.of("SCENE_TOKEN", this.simulator.accessToken()), (line) -> {
		}, List.of("apply", plan, "--json", "--home", home().toString()));
	}

	/** Starts the nightly command and waits for its end. */
	Child run() {
		Child child = start((line) -> {
		});
		child.end();
		return child;
	}

	/** The run a process worked on last. */
	static String runOf(Child child) {
		List<String> runs = runsOf(child);
		assertThat(runs).as(child.output()).isNotEmpty();
		return runs.get(runs.size() - 1);
	}

	/** The runs a process worked on, in their order. */
	static List<String> runsOf(Child child) {
		return RUN.matcher(child.output()).results().map((found) -> found.group(1)).toList();
	}

	/** Fails unless the run ended well: everything done, once, and told. */
	void assertWhole(Child last) {
		assertThat(last.end()).as(last.output()).isEqualTo(4);
		// A few people stand for all: a database is much to read
		Secrecy.checkFiles(feed().lines().limit(3), last.output(), this.folder);
		assertDone(runOf(last));
	}

	/** Fails unless everything was done, once, and told under that run. */
	void assertDone(String run) {
		assertThat(this.simulator.journal().writes()).hasSize(CHANGES)
			.allSatisfy((target, times) -> assertThat(times).as("writes to %s", target).isEqualTo(1));
		ReportSchema.assertValid(file("reports/" + run + "/report.json"));
		assertThat(people(run).split(",confirmed", -1)).hasSize(CHANGES + 1);
		assertThat(file("reports/" + run + "/rejects.csv")).contains("phone-country-unknown");
		assertThat(files("reports/" + run)).containsExactlyInAnyOrder("report.json", "report.html", "people.csv",
				"people.xlsx", "rejects.csv", "rejects.xlsx", "metrics.prom");
		assertThat(this.folder.resolve("drop/people.csv")).doesNotExist();
		assertThat(files("drop/archive")).containsExactlyInAnyOrder(run + "/people.csv",
				run + "/people.csv.rejects.csv", run + "/people.csv.rejects.xlsx");
	}

	/** Fails if anybody has a method. */
	void assertUntouched() {
		IntStream.rangeClosed(1, PEOPLE)
			.forEach((number) -> assertThat(this.simulator.methodsOf("user" + number + "@contoso.com")).isEmpty());
	}

	String people(String run) {
		return file("reports/" + run + "/people.csv");
	}

	/** What a run's report says, without times and traffic. */
	Map<String, JsonNode> findings(String run) {
		return findingsOf(file("reports/" + run + "/report.json"));
	}

	/** What a report says, without times and traffic. */
	static Map<String, JsonNode> findingsOf(String json) {
		JsonNode report = JsonMapper.builder().build().readTree(json);
		Map<String, JsonNode> findings = new LinkedHashMap<>();
		for (String section : TIMELESS) {
			findings.put(section, report.at(section));
		}
		return findings;
	}

	/** Waits until the program has made a file or folder. */
	void awaitFile(String name) {
		Awaitility.await()
			.pollInterval(Duration.ofMillis(2))
			.atMost(Duration.ofMinutes(2))
			.until(() -> Files.exists(this.folder.resolve(name)));
	}

	String file(String name) {
		try {
			return Files.readString(this.folder.resolve(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The files in a folder and its folders. */
	List<String> files(String name) {
		Path top = this.folder.resolve(name);
		try (Stream<Path> files = Files.walk(top)) {
			return files.filter(Files::isRegularFile).map((file) -> top.relativize(file).toString()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void copy(Path from, Path to) {
		try {
			Files.walkFileTree(from, new SimpleFileVisitor<>() {
				@Override
				public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
						throws IOException {
					Files.copy(folder, to.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
					Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
					return FileVisitResult.CONTINUE;
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.simulator.close();
	}

}
