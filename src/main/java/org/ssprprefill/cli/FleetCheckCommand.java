package org.ssprprefill.cli;

import java.util.concurrent.Callable;

import org.ssprprefill.definition.FleetLoaded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet check FLEET}: everything wrong with the fleet, at once. */
@Command(name = "check", description = "Everything wrong with the fleet file, the template and every entry, at once.",
		footer = { "", "Example: sspr-prefill fleet check fleet.yaml" })
final class FleetCheckCommand implements Callable<Integer> {

	@Mixin
	private final FleetFile file = new FleetFile();

	@Override
	public Integer call() {
		FleetLoaded loaded = this.file.read();
		if (!loaded.sentences().isEmpty()) {
			throw this.file.refusal(loaded);
		}
		this.file.console()
			.progress("In order: " + loaded.tenants().size()
					+ ((loaded.tenants().size() == 1) ? " tenant." : " tenants."));
		return ExitCode.DONE;
	}

}
