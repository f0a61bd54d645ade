package org.ssprprefill.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.graph.Cloud;
import org.ssprprefill.graph.Credential;
import org.ssprprefill.graph.GraphSettings;
import org.ssprprefill.simulator.Limits;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.Simulator;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;

/**
 * A simulated tenant in a process of its own, so that it takes no part in the measuring.
 */
final class TenantProcess implements AutoCloseable {

	private final Process process;

	private final String[] address;

	private TenantProcess(Process process, String[] address) {
		this.process = process;
		this.address = address;
	}

	static TenantProcess start(int people, int latencyMillis, Limits limits) throws IOException {
		List<String> command = List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx1200m", "-cp",
				System.getProperty("java.class.path"), TenantProcess.class.getName(), String.valueOf(people),
				String.valueOf(latencyMillis), limits.word());
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		return new TenantProcess(process, Processes.firstLine(process).split(" "));
	}

	static String name(int person) {
		return "person" + person + "@contoso.com";
	}

	URI endpoint() {
		return URI.create(this.address[0]);
	}

	String token() {
		return this.address[2];
	}

	GraphSettings settings(int requestsPerSecond, int inFlight) {
		return new GraphSettings("6a1f0c5e-0000-4000-8000-000000000001", Cloud.GLOBAL,
				new Credential.AccessToken(Secret.of(token())), endpoint(), URI.create(this.address[1]),
				Optional.empty(), Optional.empty(), new GraphSettings.Pace(requestsPerSecond, inFlight));
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	/**
	 * Answers until the process that started it ends.
	 * @param arguments people, latency in milliseconds, limits
	 */
	public static void main(String[] arguments) throws IOException {
		List<SimulatedUser> people = new ArrayList<>();
		for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
			people.add(SimulatedUser.of(name(i)).withEmployeeId(String.valueOf(i)).withLicences("SPE_E3"));
		}
		Simulator simulator = Simulator.start(TenantDescription.contoso(people),
				SimulatorSettings.defaults()
					.with(Limits.known()
						.stream()
						.filter((known) -> known.word().equals(arguments[2]))
						.findFirst()
						.orElseThrow())
					.withLatency(Duration.ofMillis(Integer.parseInt(arguments[1]))));
		System.out.println(simulator.endpoint() + " " + simulator.login() + " " + simulator.accessToken());
		InputStream parent = System.in;
		while (parent.read() >= 0) {
			continue;
		}
		System.exit(0);
	}

}
