package org.ssprprefill.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fleet VERB FLEET}: many tenants on one or several machines. */
@Command(name = "fleet", description = "Many tenants on one or several machines.",
		subcommands = { FleetCheckCommand.class, FleetDispatchCommand.class, FleetWorkCommand.class,
				FleetRunCommand.class, FleetStatusCommand.class, FleetReportCommand.class, FleetRetryCommand.class,
				FleetMigrateCommand.class },
		footer = { "", "Example: sspr-prefill fleet run sample-data/fleet/fleet.yaml" })
final class FleetCommand implements Runnable {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help")
	private boolean help;

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(),
				"Name what to do with the fleet: " + String.join(", ", this.spec.subcommands().keySet()) + ".");
	}

}
