package org.ssprprefill.report;

import java.util.Map;

/**
 * What lies behind: licences, HR's files and problems, checks, traffic, steps, the run.
 */
final class HtmlFacts {

	private static final Map<String, String> MARKS = Map.of("pass", "✓ in order", "warn", "! worth a look", "fail",
			"✗ not in order", "skipped", "– not asked");

	private final HtmlPage page;

	private final RunReport report;

	HtmlFacts(HtmlPage page, RunReport report) {
		this.page = page;
		this.report = report;
	}

	void write() {
		licences();
		feed();
		checks();
		run();
	}

	private void licences() {
		LicenceSection licence = this.report.licence();
		this.page.open("section", "id", "licences").leaf("h2", "Licences");
		this.page.leaf("p",
				licence.measurable()
						? Figures.count(licence.entitled(), "person is", "people are") + " licensed for a" + " reset, "
								+ Figures.count(licence.notEntitled()) + " not; "
								+ Figures.count(licence.seatsShort(), "seat is", "seats are") + " missing."
						: "Licences were not measured in this run.",
				"class", "note");
		HtmlTable table = new HtmlTable("Products and seats").words("Product", "Part number", "Allows")
			.numbers("Seats", "Assigned");
		licence.skus()
			.forEach((sku) -> table.row(sku.name(), sku.partNumber(),
					Texts.in(Language.EN).entitles(sku.entitles().word()), Figures.count(sku.seats()),
					Figures.count(sku.consumed())));
		table.write(this.page);
		this.page.close();
	}

	private void feed() {
		FeedSection feed = this.report.feed();
		this.page.open("section", "id", "feed").leaf("h2", "HR’s files and rows");
		if (feed.files().isEmpty()) {
			this.page.leaf("p", "This run took no file.", "class", "note");
		}
		HtmlTable files = new HtmlTable("Files").words("File")
			.numbers("Rows", "Accepted", "Rejected")
			.words("Read as", "Now", "Why refused");
		feed.files()
			.forEach((file) -> files.row(file.name(), Figures.count(file.rows()), Figures.count(file.accepted()),
					Figures.count(file.rejected()), file.charset() + ", " + delimiter(file.delimiter()),
					file.disposition().word(), file.refusedBecause().orElse("")));
		files.write(this.page);
		HtmlTable problems = new HtmlTable("Problems in HR’s rows").words("What is wrong", "Word")
			.numbers("Count")
			.words("How to mend it");
		feed.problems()
			.entrySet()
			.stream()
			.sorted(HtmlPage.MOST_FIRST)
			.forEach((problem) -> problems.row(Texts.in(Language.EN).problem(problem.getKey()), problem.getKey(),
					Figures.count(problem.getValue()), Texts.in(Language.EN).mending(problem.getKey())));
		problems.write(this.page);
		this.page.close();
	}

	private static String delimiter(String delimiter) {
		return delimiter.equals("\t") ? "tab" : delimiter;
	}

	private void checks() {
		this.page.open("section", "id", "checks").leaf("h2", "Checks");
		HtmlTable table = new HtmlTable("What was asked of tenant, feed and ledger").words("Check", "Answer", "Seen",
				"What to do");
		this.report.checks()
			.forEach((check) -> table.row(check.title(), MARKS.getOrDefault(check.status(), check.status()),
					check.skippedBecause().orElse(check.detail()), check.remedy().orElse("")));
		table.write(this.page);
		this.page.close();
	}

	private void run() {
		this.page.open("section", "id", "run").leaf("h2", "The run");
		details(this.report.run());
		TrafficSection graph = this.report.graph();
		new HtmlTable("Microsoft Graph").words("Measure")
			.numbers("Count")
			.row("Requests, items of JSON batches included", Figures.count(graph.requests()))
			.row("HTTP exchanges", Figures.count(graph.roundTrips()))
			.row("Writes", Figures.count(graph.writes()))
			.row("Answers that asked to wait", Figures.count(graph.throttled()))
			.row("Requests sent again", Figures.count(graph.retried()))
			.row("Waited", Figures.seconds(graph.waitedSeconds()))
			.write(this.page);
		HtmlTable steps = new HtmlTable("Steps").words("Step").numbers("Items", "Time");
		this.report.steps()
			.forEach((step) -> steps.row(step.name(), Figures.count(step.items()), Figures.seconds(step.seconds())));
		steps.write(this.page);
		this.page.close();
	}

	private void details(RunSection run) {
		HtmlTable table = new HtmlTable("Details").words("What", "Value");
		table.row("Run", run.id());
		run.concerns().ifPresent((id) -> table.row("Belongs to run", id));
		table.row("Mode", run.mode().word());
		table.row("Tenant", run.tenantId());
		table.row("Started", Figures.moment(run.startedAt()));
		table.row("Finished", run.finishedAt().map(Figures::moment).orElse("not yet"));
		table.row("Exit code", Integer.toString(run.exitCode()));
		this.report.plan().hash().ifPresent((hash) -> table.row("Plan's fingerprint", hash));
		table.row("Program", "sspr-prefill " + run.programVersion());
		table.write(this.page);
	}

}
