package org.ssprprefill.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet report FLEET}: the fleet's report. */
@Command(name = "report", description = "The fleet's report of a night, and one notification.",
		footer = { "", "Example: sspr-prefill fleet report fleet.yaml --night 2026-11-30" })
final class FleetReportCommand implements Callable<Integer> {

	@Mixin
	private final FleetFile file = new FleetFile();

	@Option(names = "--night", paramLabel = "DATE",
			description = "The night's date. Default: each tenant's latest night that has come, in its zone")
	private @Nullable String night;

	@Override
	public Integer call() {
		return this.file.open((opened) -> FleetReporting.report(opened, this.file, FleetFile.date(this.night)));
	}

}
