package org.ssprprefill.report;

import org.ssprprefill.doctor.Subject;

/** How the run went: traffic, files, steps, and what it is known by. */
final class HtmlRun {

	private final HtmlPage page;

	private final RunReport report;

	private final Texts texts;

	private final Figures figures;

	HtmlRun(HtmlPage page, RunReport report, Texts texts) {
		this.page = page;
		this.report = report;
		this.texts = texts;
		this.figures = texts.figures();
	}

	private String say(String key, Object... parts) {
		return this.texts.say("html." + key, parts);
	}

	void write() {
		this.page.open("section", "id", "run").leaf("h2", say("run"));
		traffic(this.report.graph());
		files(this.report.feed());
		details(this.report.run());
		steps();
		this.page.close();
	}

	private void traffic(TrafficSection graph) {
		new HtmlTable(say("graph")).words(say("graph.measure"))
			.numbers(say("work.count"))
			.row(say("graph.requests"), this.figures.count(graph.requests()))
			.row(say("graph.exchanges"), this.figures.count(graph.roundTrips()))
			.row(say("graph.writes"), this.figures.count(graph.writes()))
			.row(say("graph.throttled"), this.figures.count(graph.throttled()))
			.row(say("graph.retried"), this.figures.count(graph.retried()))
			.row(say("graph.waited"), this.figures.seconds(graph.waitedSeconds()))
			.write(this.page);
	}

	private void files(FeedSection feed) {
		if (feed.files().isEmpty()) {
			this.page.leaf("p", say("feed.none"), "class", "note");
		}
		HtmlTable table = new HtmlTable(say("feed.files")).words(say("feed.file"))
			.numbers(say("feed.rows"), say("feed.accepted"), say("feed.rejected"))
			.words(say("feed.read-as"), say("feed.now"), say("feed.why"));
		feed.files()
			.forEach((file) -> table.row(file.name(), this.figures.count(file.rows()),
					this.figures.count(file.accepted()), this.figures.count(file.rejected()),
					file.charset() + ", " + delimiter(file.delimiter()),
					say("feed." + (file.superseded() ? "superseded" : file.disposition().word())),
					file.refusedBecause().map(this.texts::tell).orElse("")));
		table.write(this.page);
		phones(feed);
	}

	private void phones(FeedSection feed) {
		if (feed.phonesByCode().isEmpty()) {
			return;
		}
		HtmlTable table = new HtmlTable(say("feed.phones")).words(say("feed.code")).numbers(say("feed.numbers"));
		feed.phonesByCode()
			.entrySet()
			.stream()
			.sorted(HtmlPage.MOST_FIRST)
			.forEach((code) -> table.row(code.getKey(), this.figures.count(code.getValue())));
		table.write(this.page);
		this.report.checks()
			.stream()
			.filter((check) -> check.id().equals(Subject.FEED_PHONES.id()))
			.forEach((check) -> this.page.leaf("p", this.texts.tell(check.detail()), "class", "note"));
		this.page.leaf("p", say("feed.phones.note"), "class", "note");
	}

	private String delimiter(String delimiter) {
		return delimiter.equals("\\t") ? this.texts.say("check.tab") : delimiter;
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

	private void steps() {
		HtmlTable table = new HtmlTable(say("run.steps")).words(say("run.step"))
			.numbers(say("run.items"), say("run.time"));
		this.report.steps()
			.forEach((step) -> table.row(step.words(), this.figures.count(step.items()),
					this.figures.seconds(step.seconds())));
		table.write(this.page);
	}

}
