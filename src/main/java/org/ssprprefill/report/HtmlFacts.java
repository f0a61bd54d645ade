package org.ssprprefill.report;

/**
 * What lies behind: licences, HR's files and problems, checks, traffic, steps, the run.
 */
final class HtmlFacts {

	private final HtmlPage page;

	private final RunReport report;

	private final Texts texts;

	private final Figures figures;

	HtmlFacts(HtmlPage page, RunReport report, Texts texts) {
		this.page = page;
		this.report = report;
		this.texts = texts;
		this.figures = texts.figures();
	}

	private String say(String key, Object... parts) {
		return this.texts.say("html." + key, parts);
	}

	void write() {
		licences();
		feed();
		checks();
		run();
	}

	private void licences() {
		LicenceSection licence = this.report.licence();
		this.page.open("section", "id", "licences").leaf("h2", say("licences"));
		this.page.leaf("p",
				licence.measurable()
						? say("licences.summary", licence.entitled(), licence.notEntitled(), licence.seatsShort())
						: say("licences.not-measured"),
				"class", "note");
		HtmlTable table = new HtmlTable(say("licences.products"))
			.words(say("licences.product"), say("licences.part"), say("licences.allows"))
			.numbers(say("licences.seats"), say("licences.assigned"));
		licence.skus()
			.forEach((sku) -> table.row(sku.name(), sku.partNumber(), this.texts.entitles(sku.entitles().word()),
					this.figures.count(sku.seats()), this.figures.count(sku.consumed())));
		table.write(this.page);
		this.page.close();
	}

	private void feed() {
		FeedSection feed = this.report.feed();
		this.page.open("section", "id", "feed").leaf("h2", say("feed"));
		if (feed.files().isEmpty()) {
			this.page.leaf("p", say("feed.none"), "class", "note");
		}
		HtmlTable files = new HtmlTable(say("feed.files")).words(say("feed.file"))
			.numbers(say("feed.rows"), say("feed.accepted"), say("feed.rejected"))
			.words(say("feed.read-as"), say("feed.now"), say("feed.why"));
		feed.files()
			.forEach((file) -> files.row(file.name(), this.figures.count(file.rows()),
					this.figures.count(file.accepted()), this.figures.count(file.rejected()),
					file.charset() + ", " + delimiter(file.delimiter()), say("feed." + file.disposition().word()),
					file.refusedBecause().orElse("")));
		files.write(this.page);
		HtmlTable problems = new HtmlTable(say("feed.problems")).words(say("feed.wrong"), say("work.word"))
			.numbers(say("work.count"))
			.words(say("feed.mend"));
		feed.problems()
			.entrySet()
			.stream()
			.sorted(HtmlPage.MOST_FIRST)
			.forEach((problem) -> problems.row(this.texts.problem(problem.getKey()), problem.getKey(),
					this.figures.count(problem.getValue()), this.texts.mending(problem.getKey())));
		problems.write(this.page);
		this.page.close();
	}

	private String delimiter(String delimiter) {
		return delimiter.equals("\\t") ? this.texts.say("check.tab") : delimiter;
	}

	private void checks() {
		this.page.open("section", "id", "checks").leaf("h2", say("checks"));
		HtmlTable table = new HtmlTable(say("checks.asked")).words(say("checks.check"), say("checks.answer"),
				say("checks.seen"), say("checks.next"));
		this.report.checks()
			.forEach((check) -> table.row(check.title(), say("checks." + check.status()), check.detail(),
					check.remedy().orElse("")));
		table.write(this.page);
		this.page.close();
	}

	private void run() {
		this.page.open("section", "id", "run").leaf("h2", say("run"));
		details(this.report.run());
		TrafficSection graph = this.report.graph();
		new HtmlTable(say("graph")).words(say("graph.measure"))
			.numbers(say("work.count"))
			.row(say("graph.requests"), this.figures.count(graph.requests()))
			.row(say("graph.exchanges"), this.figures.count(graph.roundTrips()))
			.row(say("graph.writes"), this.figures.count(graph.writes()))
			.row(say("graph.throttled"), this.figures.count(graph.throttled()))
			.row(say("graph.retried"), this.figures.count(graph.retried()))
			.row(say("graph.waited"), this.figures.seconds(graph.waitedSeconds()))
			.write(this.page);
		HtmlTable steps = new HtmlTable(say("run.steps")).words(say("run.step"))
			.numbers(say("run.items"), say("run.time"));
		this.report.steps()
			.forEach((step) -> steps.row(step.name(), this.figures.count(step.items()),
					this.figures.seconds(step.seconds())));
		steps.write(this.page);
		this.page.close();
	}

	private void details(RunSection run) {
		HtmlTable table = new HtmlTable(say("run.details")).words(say("run.what"), say("run.value"));
		table.row(say("run.id"), run.id());
		run.concerns().ifPresent((id) -> table.row(say("run.concerns"), id));
		table.row(say("run.mode"), run.mode().word());
		table.row(say("run.tenant"), run.tenantId());
		table.row(say("run.started"), this.figures.moment(run.startedAt()));
		table.row(say("run.finished"), run.finishedAt().map(this.figures::moment).orElse(say("run.unfinished")));
		table.row(say("run.exit-code"), Integer.toString(run.exitCode()));
		this.report.plan().hash().ifPresent((hash) -> table.row(say("run.fingerprint"), hash));
		table.row(say("run.program"), "sspr-prefill " + run.programVersion());
		table.write(this.page);
	}

}
