package org.ssprprefill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.ssprprefill.ledger.SharedDatabase;
import org.ssprprefill.simulator.FaultScript;
import org.ssprprefill.simulator.Journal;
import org.ssprprefill.simulator.Simulator;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;

/**
 * The whole program against a simulated tenant over HTTP and a real PostgreSQL: a tenant,
 * a drop folder, a job definition and a home folder, and commands given in this process.
 * Everybody shares one database, so each rehearsal has a tenant and a job of its own.
 */
final class Rehearsal {

	private final TenantDescription description;

	private final Simulator tenant;

	private final Path folder;

	private final JobYaml job = new JobYaml();

	private final List<String> fed = new ArrayList<>();

	private final List<String> said = new ArrayList<>();

	private Rehearsal(TenantDescription description, SimulatorSettings settings) {
		this.description = description;
		this.tenant = Simulator.start(description, settings);
		try {
			this.folder = Files.createTempDirectory("rehearsal");
			Files.createDirectories(this.folder.resolve("drop"));
			Files.createDirectories(this.folder.resolve("home"));
			Files.copy(key(), this.folder.resolve("home/ledger.key"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		usualJob();
		Rehearsals.opened(this);
	}

	static Rehearsal of(TenantDescription description) {
		return of(description, SimulatorSettings.defaults());
	}

	static Rehearsal of(TenantDescription description, SimulatorSettings settings) {
		return new Rehearsal(description, settings);
	}

	private static Path key() {
		SharedDatabase.vault();
		return SharedDatabase.home().keyFile();
	}

	private void usualJob() {
		List<String> ledger = SharedDatabase.access();
		secret("database-password", ledger.get(1));
		this.job.put("name", "rehearsal-" + UUID.randomUUID());
		this.job.put("tenant.id", this.description.organization().id());
		this.job.put("tenant.access-token", "${file:token}");
		this.job.put("tenant.endpoint", this.tenant.endpoint().toString());
		this.job.put("tenant.login", this.tenant.login().toString());
		this.job.put("feed.drop", "drop");
		this.job.put("feed.settled-for", "0s");
		this.job.put("feed.columns.employee-id", "Id");
		this.job.put("feed.columns.mobile", "Mobile");
		this.job.put("feed.columns.email", "Email");
		this.job.put("feed.default-country", "NL");
		// Generous, because a rehearsal writes to nearly everybody
		this.job.put("limits.changes-percent", "400");
		this.job.put("limits.rejected-percent", "100");
		this.job.put("limits.feed-shrink-percent", "100");
		this.job.put("pace.requests-per-second", "10000");
		this.job.put("report.directory", "reports");
		this.job.put("ledger.url", ledger.get(0));
		this.job.put("ledger.user", "postgres");
		this.job.put("ledger.password", "${file:database-password}");
	}

	/** Sets a key of the job definition. */
	Rehearsal with(String key, String value) {
		this.job.put(key, value);
		return this;
	}

	Rehearsal without(String key) {
		this.job.remove(key);
		return this;
	}

	/** From now on this goes wrong. */
	Rehearsal suffering(FaultScript faults) {
		this.tenant.rehearse(faults);
		return this;
	}

	/** HR drops rows of employee id, mobile number and private address. */
	Rehearsal feed(String... rows) {
		return file("hr.csv", "Id;Mobile;Email\n" + String.join("\n", rows) + "\n");
	}

	/** HR drops a file. */
	Rehearsal file(String name, String content) {
		this.fed.add(content);
		return write("drop/" + name, content);
	}

	Rehearsal secret(String name, String content) {
		write(name, content);
		try {
			Files.setPosixFilePermissions(this.folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Rehearsal write(String name, String content) {
		try {
			Files.writeString(this.folder.resolve(name), content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Outcome run() {
		return launch("run", jobFile());
	}

	Outcome plan() {
		return launch("plan", jobFile());
	}

	Outcome verify() {
		return launch("verify", jobFile());
	}

	Outcome apply(Outcome planned, String... options) {
		jobFile();
		List<String> arguments = new ArrayList<>(List.of("apply", planned.report().run().id()));
		arguments.addAll(List.of(options));
		return launch(arguments.toArray(String[]::new));
	}

	Outcome undo(Outcome night, String... options) {
		jobFile();
		List<String> arguments = new ArrayList<>(List.of("undo", night.report().run().id()));
		arguments.addAll(List.of(options));
		return launch(arguments.toArray(String[]::new));
	}

	/** Writes the job definition as it now stands. */
	String jobFile() {
		secret("token", this.tenant.accessToken());
		write("job.yaml", this.job.text());
		return this.folder.resolve("job.yaml").toString();
	}

	/** Gives a command whose output is one JSON object. */
	Outcome launch(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--json");
		return command(all.toArray(String[]::new));
	}

	/** Gives a command. */
	Outcome command(String... arguments) {
		Map<Journal.Target, Long> before = this.tenant.journal().writes();
		Outcome outcome = Commands.give(this.folder, arguments);
		this.said.addAll(List.of(outcome.out(), outcome.err()));
		return new Outcome(outcome.exitCode(), outcome.out(), outcome.err(), outcome.reports(), written(before));
	}

	/** What was written since, for example {@code e1001 mobile}, once for each time. */
	private List<String> written(Map<Journal.Target, Long> before) {
		List<String> written = new ArrayList<>();
		this.tenant.journal().writes().forEach((target, times) -> {
			for (long i = before.getOrDefault(target, 0L); i < times; i++) {
				written.add(name(target.userId()) + " " + target.kind().word());
			}
		});
		return written;
	}

	private String name(String objectId) {
		return this.description.users()
			.stream()
			.filter((user) -> user.id().equals(objectId))
			.findFirst()
			.orElseThrow()
			.userPrincipalName()
			.replaceFirst("@.*", "");
	}

	/** What HR's files said is neither printed, nor written, nor stored in clear. */
	void assertSecret() {
		Secrecy.check(this.fed, this.said, this.folder, this.description.organization().id());
	}

	/** The tenant's id. */
	String id() {
		return this.description.organization().id();
	}

	Simulator tenant() {
		return this.tenant;
	}

	Path folder() {
		return this.folder;
	}

}
