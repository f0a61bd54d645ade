package org.ssprprefill.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.ssprprefill.fleet.FleetReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet status FLEET}: how the night stands. */
@Command(name = "status", description = "What is done, in work, waiting and given up.",
		footer = { "", "Example: sspr-prefill fleet status fleet.yaml" })
final class FleetStatusCommand implements Callable<Integer> {

	@Mixin
	private final FleetFile file = new FleetFile();

	@Override
	public Integer call() {
		return this.file.open((opened) -> {
			FleetReport report = FleetReport.of(opened.fleet(), opened.nights(), Optional.empty(), opened.clock());
			if (this.file.json()) {
				this.file.console().print(report.write());
			}
			else {
				table(report);
			}
			return ExitCode.DONE;
		});
	}

	private void table(FleetReport report) {
		Console console = this.file.console();
		console.tell(report.headline());
		for (FleetReport.Tenant tenant : report.tenants()) {
			console.tell(String
				.format(Locale.ROOT, "%-30s %-10s %-13s %6s s  %s", tenant.name(), tenant.night(), tenant.outcome(),
						tenant.seconds().isPresent() ? tenant.seconds().getAsLong() : "-", tenant.worker().orElse(""))
				.stripTrailing());
		}
	}

}
