package org.ssprprefill.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.ssprprefill.fleet.FleetReport;
import org.ssprprefill.fleet.FleetReportWriter;
import org.ssprprefill.notify.Notice;
import org.ssprprefill.notify.Notifier;
import org.ssprprefill.report.RunStatus;

/** Writes a fleet's report, says it in a few lines, and tells who wants to know. */
final class FleetReporting {

	private static final int NAMED = 8;

	private FleetReporting() {
	}

	/** The exit code is the worst over the tenants. */
	static int report(FleetFile.Opened opened, Options options, Optional<LocalDate> night) {
		FleetReport report = FleetReport.of(opened.fleet(), opened.nights(), night, opened.clock());
		Path page = new FleetReportWriter(opened.fleet().reports()).write(report);
		List<String> lines = lines(report);
		lines.forEach(options.console()::say);
		options.console().say("Report: " + page);
		if (options.json()) {
			options.console().print(report.write());
		}
		// A look in the middle of the night is no end of it
		if (report.over() && opened.nights().mayTell(report.night())) {
			Notice notice = new Notice(report.fleet(), Optional.of(report.night().toString()), word(report.exitCode()),
					report.exitCode(), lines, Optional.of(page), opened.clock().instant(), Locale.ENGLISH);
			new Notifier(opened.fleet().notifications(), Optional.empty(), Optional.empty()).tell(notice)
				.forEach(options.console()::say);
		}
		return report.exitCode();
	}

	static List<String> lines(FleetReport report) {
		List<String> lines = new ArrayList<>(List.of(report.headline()));
		List<FleetReport.Tenant> needy = report.tenants()
			.stream()
			.filter((tenant) -> tenant.exitCode() != ExitCode.DONE)
			.toList();
		needy.stream()
			.limit(NAMED)
			.map((tenant) -> "  " + tenant.name() + ": " + tenant.outcome()
					+ tenant.reason().map((reason) -> ". " + reason).orElse(""))
			.forEach(lines::add);
		if (needy.size() > NAMED) {
			lines.add("  … and " + (needy.size() - NAMED) + " more in the report.");
		}
		report.unconsented()
			.stream()
			.limit(NAMED)
			.map((tenant) -> "  " + tenant.name() + " has not consented to the app. Let an administrator there open "
					+ tenant.adminConsent().orElseThrow() + " and accept.")
			.forEach(lines::add);
		return lines;
	}

	private static String word(int exitCode) {
		return RunStatus.of(exitCode).outcome().word();
	}

}
