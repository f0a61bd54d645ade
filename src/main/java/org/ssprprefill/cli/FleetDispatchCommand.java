package org.ssprprefill.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.fleet.Dispatcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet dispatch FLEET}: one row a tenant and night. */
@Command(name = "dispatch",
		description = "Puts one row a tenant and night; any number of times, from any machine, without doubling.",
		footer = { "", "Example: sspr-prefill fleet dispatch fleet.yaml" })
final class FleetDispatchCommand implements Callable<Integer> {

	@Mixin
	private final FleetFile file = new FleetFile();

	@Option(names = "--night", paramLabel = "DATE",
			description = "The night's date. Default: each tenant's latest night that has come, in its zone")
	private @Nullable String night;

	@Override
	public Integer call() {
		return this.file.open((opened) -> {
			int added = new Dispatcher(opened.fleet(), opened.nights(), opened.clock())
				.dispatch(FleetFile.date(this.night));
			this.file.console().progress(added + " of " + opened.fleet().tenants().size() + " nights planned anew.");
			return ExitCode.DONE;
		});
	}

}
