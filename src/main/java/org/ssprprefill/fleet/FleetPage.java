package org.ssprprefill.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The fleet's report as a page that needs nothing but itself. */
final class FleetPage {

	private static final String STYLE = """
			body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1b1b1b;background:#fff}
			table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ccc;
			vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}h1{font-size:1.4rem}h2{font-size:1.1rem}
			@media(prefers-color-scheme:dark){body{color:#eee;background:#1b1b1b}a{color:#9cf}th,td{border-color:#555}}
			""";

	private final FleetReport report;

	private final Path folder;

	private final StringBuilder html = new StringBuilder();

	FleetPage(FleetReport report, Path folder) {
		this.report = report;
		this.folder = folder;
	}

	String write() {
		this.html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
			.append("<meta name=\"viewport\" content=\"width=device-width\"><meta http-equiv=\"Content-Security-Policy\" ")
			.append("content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>")
			.append(text("Fleet " + this.report.fleet() + ", " + this.report.night()))
			.append("</title><style>")
			.append(STYLE)
			.append("</style></head><body><main>\n");
		this.html.append("<h1>").append(text(this.report.headline())).append("</h1>\n");
		totals();
		needs();
		unconsented();
		tenants("Slowest nights", this.report.slowest());
		tenants("All tenants", this.report.tenants());
		return this.html.append("</main></body></html>\n").toString();
	}

	private void totals() {
		FleetReport.Totals totals = this.report.totals();
		this.html.append("<p>")
			.append(totals.canReset() + " of " + totals.population() + " people can reset")
			.append(totals.percent().isPresent() ? " (" + FleetReportWriter.percent(totals.percent()) + " %)" : "")
			.append("; " + totals.confirmed() + " of " + totals.planned() + " planned changes confirmed; ")
			.append(totals.rejectedRows() + " rows and " + totals.rejected() + " changes rejected.</p>\n");
		for (Figures.After after : this.report.endings()) {
			this.html.append("<p>From ")
				.append(after.date() + ": " + after.canReset() + " people can still reset.</p>\n");
		}
	}

	private void needs() {
		List<FleetReport.Tenant> needy = this.report.tenants()
			.stream()
			.filter((tenant) -> tenant.exitCode() != 0)
			.toList();
		if (needy.isEmpty()) {
			return;
		}
		this.html.append("<h2>What needs a person</h2>\n<ul>\n");
		for (FleetReport.Tenant tenant : needy) {
			this.html.append("<li>")
				.append(link(tenant))
				.append(": ")
				.append(text(tenant.outcome() + tenant.reason().map((reason) -> ". " + reason).orElse("")))
				.append("</li>\n");
		}
		this.html.append("</ul>\n");
	}

	private void unconsented() {
		List<FleetReport.Tenant> tenants = this.report.unconsented();
		if (tenants.isEmpty()) {
			return;
		}
		this.html.append("<h2>Without consent to the app</h2>\n<p>An administrator of the tenant opens the address and "
				+ "accepts.</p>\n<ul>\n");
		for (FleetReport.Tenant tenant : tenants) {
			this.html.append("<li>")
				.append(text(tenant.name()))
				.append(": <code>")
				.append(text(tenant.adminConsent().map(URI::toString).orElse("")))
				.append("</code></li>\n");
		}
		this.html.append("</ul>\n");
	}

	private void tenants(String title, List<FleetReport.Tenant> tenants) {
		this.html.append("<h2>").append(text(title)).append("</h2>\n<table><thead><tr><th>Tenant</th><th>Outcome</th>");
		for (String head : List.of("Exit", "Seconds", "People", "Can reset", "Percent", "Planned", "Confirmed",
				"Rejected rows")) {
			this.html.append("<th class=\"n\">").append(head).append("</th>");
		}
		this.html.append("</tr></thead><tbody>\n");
		for (FleetReport.Tenant tenant : tenants) {
			this.html.append("<tr><td>")
				.append(link(tenant))
				.append("</td><td>")
				.append(text(tenant.outcome()))
				.append("</td>");
			number(String.valueOf(tenant.exitCode()));
			number(tenant.seconds().isPresent() ? String.valueOf(tenant.seconds().getAsLong()) : "");
			Optional<Figures> figures = tenant.figures();
			number(figures.map((it) -> String.valueOf(it.population())).orElse(""));
			number(figures.map((it) -> String.valueOf(it.canReset())).orElse(""));
			number(figures.map((it) -> FleetReportWriter.percent(it.percent())).orElse(""));
			number(figures.map((it) -> String.valueOf(it.planned())).orElse(""));
			number(figures.map((it) -> String.valueOf(it.confirmed())).orElse(""));
			number(figures.map((it) -> String.valueOf(it.rejectedRows())).orElse(""));
			this.html.append("</tr>\n");
		}
		this.html.append("</tbody></table>\n");
	}

	private void number(String cell) {
		this.html.append("<td class=\"n\">").append(cell).append("</td>");
	}

	/** The tenant's name, which leads to its own report where there is one. */
	private String link(FleetReport.Tenant tenant) {
		return tenant.report()
			.map((report) -> "<a href=\"" + text(address(Path.of(report))) + "\">" + text(tenant.name()) + "</a>")
			.orElseGet(() -> text(tenant.name()));
	}

	private String address(Path file) {
		Path from = this.folder.toAbsolutePath().normalize();
		Path to = file.toAbsolutePath().normalize();
		if (from.getRoot() == null || !from.getRoot().equals(to.getRoot())) {
			return to.toUri().toString();
		}
		return encoded(from.relativize(to).toString().replace('\\', '/'));
	}

	private static String encoded(String path) {
		return path.replace("%", "%25").replace(" ", "%20").replace("#", "%23").replace("?", "%3F");
	}

	private static String text(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
