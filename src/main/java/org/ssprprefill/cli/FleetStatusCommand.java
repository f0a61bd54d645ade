package org.ssprprefill.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.ssprprefill.fleet.FleetReport;
import org.ssprprefill.fleet.NightOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet status FLEET}: how the night stands. */
@Command(name = "status",
		description = "What is done, in work, waiting and given up; on a terminal until the night is over.",
		footer = { "", "Example: sspr-prefill fleet status fleet.yaml" })
final class FleetStatusCommand implements Callable<Integer> {

	private static final int EVERY_SECONDS = 2;

	private static final int NAMED = 15;

	private static final int WIDTH = 78;

	@Mixin
	private final FleetFile file = new FleetFile();

	@Override
	public Integer call() {
		return this.file.open((opened) -> {
			if (this.file.console().isWatched() && !this.file.json()) {
				watch(opened);
			}
			FleetReport report = report(opened);
			if (this.file.json()) {
				this.file.console().print(report.write());
			}
			else {
				table(report);
			}
			return ExitCode.DONE;
		});
	}

	/** Shows how it goes until no night is left; the user may leave at any time. */
	private void watch(FleetFile.Opened opened) {
		try {
			FleetReport report = report(opened);
			while (!report.over()) {
				this.file.console().live(live(report));
				TimeUnit.SECONDS.sleep(EVERY_SECONDS);
				report = report(opened);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static FleetReport report(FleetFile.Opened opened) {
		return FleetReport.of(opened.fleet(), opened.nights(), Optional.empty(), opened.clock());
	}

	/** What has ended is a number; what is in work has a name. */
	static List<String> live(FleetReport report) {
		List<String> lines = new ArrayList<>(List.of(report.headline()));
		report.tenants()
			.stream()
			.filter((tenant) -> tenant.outcome().equals(NightOutcome.RUNNING.word()))
			.limit(NAMED)
			.map((tenant) -> "  " + tenant.name()
					+ tenant.startedAt()
						.map((start) -> ", " + LiveProgress.remaining(Duration.between(start, report.at()).toSeconds()))
						.orElse(""))
			.forEach(lines::add);
		return lines.stream().map((line) -> line.substring(0, Math.min(WIDTH, line.length()))).toList();
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
