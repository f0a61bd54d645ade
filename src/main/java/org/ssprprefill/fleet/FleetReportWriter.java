package org.ssprprefill.fleet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;

import org.ssprprefill.report.CsvText;
import org.ssprprefill.report.MetricsText;
import org.ssprprefill.report.ReportFolder;

/** Writes a fleet's report: a page, JSON, a CSV file of tenants, and metrics. */
public final class FleetReportWriter {

	/** The page. */
	public static final String HTML = "fleet.html";

	private static final List<String> COLUMNS = List.of("tenant", "name", "night", "outcome", "exit", "attempts",
			"deaths", "seconds", "people", "can-reset", "percent", "planned", "confirmed", "rejected-rows", "run",
			"report", "reason");

	private final Path directory;

	/**
	 * Creates a writer.
	 * @param directory each night gets a folder of its own in it
	 */
	public FleetReportWriter(Path directory) {
		this.directory = directory;
	}

	/**
	 * Writes the report.
	 * @param report the report
	 * @return the page
	 */
	public Path write(FleetReport report) {
		ReportFolder folder = ReportFolder.in(this.directory, report.night().toString());
		folder.write("fleet.json", report.write());
		folder.write("tenants.csv", csv(report));
		folder.write("metrics.prom", metrics(report));
		folder.write(HTML, new FleetPage(report, folder.path()).write());
		return folder.path().resolve(HTML);
	}

	static String csv(FleetReport report) {
		CsvText csv = new CsvText(COLUMNS);
		for (FleetReport.Tenant tenant : report.tenants()) {
			List<String> cells = new ArrayList<>(List.of(tenant.tenant(), tenant.name(), tenant.night().toString(),
					tenant.outcome(), String.valueOf(tenant.exitCode()), String.valueOf(tenant.attempts()),
					String.valueOf(tenant.deaths()),
					tenant.seconds().isPresent() ? String.valueOf(tenant.seconds().getAsLong()) : ""));
			cells.addAll(tenant.figures()
				.map((figures) -> List.of(String.valueOf(figures.population()), String.valueOf(figures.canReset()),
						percent(figures.percent()), String.valueOf(figures.planned()),
						String.valueOf(figures.confirmed()), String.valueOf(figures.rejectedRows())))
				.orElse(List.of("", "", "", "", "", "")));
			cells.addAll(List.of(tenant.run().orElse(""), tenant.report().orElse(""), tenant.reason().orElse("")));
			csv.line(cells);
		}
		return csv.text();
	}

	static String percent(OptionalDouble percent) {
		return percent.isPresent() ? String.format(Locale.ROOT, "%.1f", percent.getAsDouble()) : "";
	}

	static String metrics(FleetReport report) {
		MetricsText metrics = new MetricsText("fleet", report.fleet());
		metrics.family("fleet_tenants", "Tenants of the fleet by outcome");
		report.outcomes().forEach((outcome, count) -> metrics.sample(count, "outcome", outcome));
		metrics.family("fleet_exit_code", "Exit code of the fleet's night");
		metrics.sample(report.exitCode());
		metrics.family("fleet_night_exit_code", "Exit code of a tenant's night");
		report.tenants().forEach((tenant) -> metrics.sample(tenant.exitCode(), "tenant", tenant.tenant()));
		metrics.family("fleet_night_seconds", "How long a tenant's night took");
		report.tenants()
			.stream()
			.filter((tenant) -> tenant.seconds().isPresent())
			.forEach((tenant) -> metrics.sample(tenant.seconds().getAsLong(), "tenant", tenant.tenant()));
		figure(metrics, report, "fleet_people", "People in a tenant's scope", (figures) -> figures.population());
		figure(metrics, report, "fleet_can_reset", "People of a tenant who can reset", (figures) -> figures.canReset());
		figure(metrics, report, "fleet_changes_confirmed", "Changes read back as written",
				(figures) -> figures.confirmed());
		figure(metrics, report, "fleet_rows_rejected", "Rows with nothing usable", (figures) -> figures.rejectedRows());
		return metrics.text();
	}

	private static void figure(MetricsText metrics, FleetReport report, String name, String help,
			ToIntFunction<Figures> value) {
		metrics.family(name, help);
		report.tenants()
			.forEach((tenant) -> tenant.figures()
				.ifPresent((figures) -> metrics.sample(value.applyAsInt(figures), "tenant", tenant.tenant())));
	}

}
