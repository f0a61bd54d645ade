package org.ssprprefill.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.Simulator;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.Company;

/** Simulated tenants in this process, and the files of a fleet of them. */
final class FleetOfSimulators implements AutoCloseable {

	private final Path folder;

	private final int people;

	private final List<Simulator> tenants = new ArrayList<>();

	private final List<String> ids = new ArrayList<>();

	FleetOfSimulators(Path folder, int tenants, int people, boolean served) {
		this.folder = folder;
		this.people = people;
		for (int tenant = 0; tenant < tenants; tenant++) {
			String id = new UUID(0x6a1f0c5e_0000_4000L, 0x8000_0000_0000_1000L + tenant).toString();
			List<SimulatedUser> users = new ArrayList<>();
			for (int i = 0; i < people; i++) {
				SimulatedUser user = SimulatedUser.of(TenantProcess.name(i))
					.withEmployeeId(String.valueOf(i))
					.withLicences("SPE_E3");
				users.add(served ? user.withMethod(MethodKind.MOBILE, PlainCalls.number(i))
					.withMethod(MethodKind.EMAIL, "person" + i + "@example.org") : user);
			}
			Company company = new Company(id, "Tenant " + tenant, List.of("contoso.com"), true, true, true,
					Duration.ofHours(36));
			this.ids.add(id);
			this.tenants
				.add(Simulator.start(TenantDescription.contoso(users).with(company), SimulatorSettings.defaults()));
		}
	}

	/**
	 * How many times each method was written: the number of methods, and the most times.
	 */
	List<Long> writes(int tenant) {
		var writes = this.tenants.get(tenant).journal().writes();
		return List.of((long) writes.size(), writes.values().stream().mapToLong(Long::longValue).max().orElse(0));
	}

	String id(int tenant) {
		return this.ids.get(tenant);
	}

	int size() {
		return this.tenants.size();
	}

	/** What all jobs have in common. */
	private static final String JOB = """
			feed:
			  drop: "%1$s"
			  settled-for: 0s
			  newest-within: 3650d
			  columns: {employee-id: Id, mobile: Mobile, email: Email}
			  default-country: NL
			limits: {changes-percent: 400}
			report: {directory: "%2$s", formats: [json, csv]}
			""";

	/** Writes the files of the fleet; the tenant of that number has a wrong entry. */
	Path fleet(FleetServerProcess server, int atATime, int wrong) throws IOException {
		secret("password", server.password());
		Files.writeString(this.folder.resolve("tenant.yaml"),
				"""
						tenant: {id: "${tenant.id}", endpoint: "${tenant.ENDPOINT}", login: "${tenant.LOGIN}", access-token: "${tenant.TOKEN}"}
						"""
						+ JOB.formatted("${tenant.drop}", "reports/${tenant.id}"));
		StringBuilder text = new StringBuilder("""
				fleet: bench
				database: {url: "%s", user: fleet, password: "${file:password}"}
				template: tenant.yaml
				at-a-time: %d
				tenants:
				""".formatted(server.url(), atATime));
		for (int i = 0; i < size(); i++) {
			drop(i);
			secret("token-" + i, this.tenants.get(i).accessToken());
			text.append(
					"""
							  - {id: %s, name: Tenant %d, zone: UTC, drop: drop/%d, values: {ENDPOINT: "%s", LOGIN: "%s", TOKEN: "${file:token-%d}"}%s}
							"""
						.formatted(id(i), i, i, this.tenants.get(i).endpoint(), this.tenants.get(i).login(), i,
								(i == wrong) ? ", set: {limits: {changes: many}}" : ""));
		}
		return Files.writeString(this.folder.resolve("fleet.yaml"), text);
	}

	/** A job of its own for a tenant, with a ledger on the same server. */
	Path job(FleetServerProcess server, int tenant) throws IOException {
		drop(tenant);
		return Files
			.writeString(this.folder.resolve("job-" + tenant + ".yaml"),
					"""
							tenant: {id: %s, endpoint: "%s", login: "%s", access-token: "${file:token-%d}"}
							ledger: {url: "%s", user: fleet, password: "${file:password}"}
							""".formatted(id(tenant), this.tenants.get(tenant).endpoint(),
							this.tenants.get(tenant).login(), tenant, server.url())
							+ JOB.formatted("drop/" + tenant, "reports/" + tenant));
	}

	/** HR drops the file of a tenant. */
	void drop(int tenant) throws IOException {
		Path drop = Files.createDirectories(this.folder.resolve("drop/" + tenant));
		StringBuilder rows = new StringBuilder("Id,Mobile,Email\n");
		for (int i = 0; i < this.people; i++) {
			rows.append(i)
				.append(',')
				.append(PlainCalls.number(i).replace(" ", ""))
				.append(",person")
				.append(i)
				.append("@example.org\n");
		}
		Files.writeString(drop.resolve("people.csv"), rows);
	}

	private void secret(String name, String content) throws IOException {
		Path file = Files.writeString(this.folder.resolve(name), content);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
	}

	/** Starts the program, or another main class, with its words going into a file. */
	Process start(String mainClass, List<String> javaOptions, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
		command.addAll(javaOptions);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
		command.addAll(List.of(arguments));
		File log = this.folder.resolve("log.txt").toFile();
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log))
			.start();
	}

	/** Gives a command of the fleet, and returns its exit code. */
	int give(String... arguments) throws IOException, InterruptedException {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--home", home()));
		Process process = start("org.ssprprefill.Application", List.of("-Xmx300m"), all.toArray(String[]::new));
		return process.waitFor(20, TimeUnit.MINUTES) ? process.exitValue() : -1;
	}

	String home() {
		return this.folder.resolve("home").toString();
	}

	@Override
	public void close() {
		this.tenants.forEach(Simulator::close);
	}

}
