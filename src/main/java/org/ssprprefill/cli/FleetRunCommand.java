package org.ssprprefill.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.ssprprefill.fleet.Dispatcher;
import org.ssprprefill.fleet.Worker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet run FLEET}: a night of every tenant, on this machine alone. */
@Command(name = "run", description = "For one machine: dispatch, work until empty, report.",
		footer = { "", "Example: sspr-prefill fleet run sample-data/fleet/fleet.yaml" })
final class FleetRunCommand implements Callable<Integer> {

	@Mixin
	private final FleetFile file = new FleetFile();

	@Override
	public Integer call() {
		return this.file.open((opened) -> run(opened, this.file));
	}

	/** The exit code is the worst over the tenants. */
	static int run(FleetFile.Opened opened, Options options) {
		new Dispatcher(opened.fleet(), opened.nights(), opened.clock()).dispatch(Optional.empty());
		FleetWork.work(opened, options.console(), Worker::awaitEmpty);
		return FleetReporting.report(opened, options, Optional.empty());
	}

}
