package org.ssprprefill.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.ssprprefill.simulator.InventedAnswers;
import org.ssprprefill.simulator.Simulator;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescriptionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simulate [TENANT]}: a tenant to rehearse against. */
@Command(name = "simulate", description = "Starts the simulated tenant as a local Graph endpoint.",
		footer = { "", "Example: sspr-prefill simulate sample-data/tenant.yaml --port 8800" })
final class SimulateCommand implements Callable<Integer> {

	@Spec
	private CommandSpec verb = CommandSpec.create();

	@Parameters(paramLabel = "TENANT", arity = "0..1",
			description = "Description of the tenant. Default: sample-data/tenant.yaml")
	private Path description = Path.of("sample-data/tenant.yaml");

	@Option(names = "--port", paramLabel = "P", description = "Port on 127.0.0.1. Default: any free port",
			defaultValue = "0")
	private int port;

	@Option(names = "--faults", paramLabel = "FILE",
			description = "What goes wrong, to rehearse a bad night. Example: sample-data/bad-night.yaml")
	private @Nullable Path faults;

	@Option(names = "--answers", paramLabel = "SHEET",
			description = "Answer as a real tenant did: the answers.json of doctor --probe")
	private @Nullable Path answers;

	@Option(names = "--json", description = "Print one JSON object on standard output")
	private boolean json;

	@Option(names = "--quiet", description = "Print the endpoint only")
	private boolean quiet;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help")
	private boolean help;

	@Override
	public Integer call() throws InterruptedException {
		if (this.port < 0 || this.port > 65535) {
			throw new Refusal(ExitCode.USAGE, "--port takes a number from 0 to 65535, not " + this.port + ".");
		}
		TenantDescription tenant = TenantConnection.describe(this.description);
		try (Simulator simulator = start(tenant)) {
			introduce(tenant, simulator);
			new CountDownLatch(1).await();
		}
		return ExitCode.DONE;
	}

	private Simulator start(TenantDescription tenant) {
		SimulatorSettings settings = SimulatorSettings.defaults().withPort(this.port);
		try {
			SimulatorSettings answering = (this.answers != null) ? settings.with(InventedAnswers.load(this.answers))
					: settings;
			return Simulator.start(tenant, (this.faults != null) ? answering.withBadNight(this.faults) : answering);
		}
		catch (TenantDescriptionException ex) {
			throw new Refusal(ExitCode.USAGE, String.valueOf(ex.getMessage()));
		}
		catch (UncheckedIOException ex) {
			throw new Refusal(ExitCode.FAILED, String.valueOf(ex.getMessage()));
		}
	}

	private void introduce(TenantDescription tenant, Simulator simulator) {
		Console console = CommandLines.consoleOf(this.verb).quiet(this.quiet);
		if (this.json) {
			console.print("{\"endpoint\":\"" + simulator.endpoint() + "\",\"login\":\"" + simulator.login()
					+ "\",\"tenantId\":\"" + tenant.organization().id() + "\",\"accessToken\":\""
					+ simulator.accessToken() + "\"}");
		}
		else {
			console.print(simulator.endpoint().toString());
		}
		console.progress("""
				%s (simulated, %d users) answers until you press Ctrl+C. Nothing it holds is kept.
				To use it, put this into a job definition:

				  tenant:
				    id: %s
				    endpoint: %s
				    access-token: ${GRAPH_TOKEN}

				and set

				  export GRAPH_TOKEN=%s
				""".formatted(tenant.organization().name(), tenant.users().size(), tenant.organization().id(),
				simulator.endpoint(), simulator.accessToken()));
	}

}
