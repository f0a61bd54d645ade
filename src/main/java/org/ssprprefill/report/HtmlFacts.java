package org.ssprprefill.report;

import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.Subject;

/** What stands behind the figures: licences, limits, checks, and HR's problems. */
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
		this.page.open("section", "id", "checks").leaf("h2", say("checks"));
		limits();
		checks();
		this.page.close();
		problems();
	}

	private void licences() {
		LicenceSection licence = this.report.licence();
		this.page.open("section", "id", "licences").leaf("h2", say("licences"));
		this.page.leaf("p",
				licence.measurable()
						? say("licences.summary", licence.entitled(), licence.notEntitled(), licence.seatsShort())
						: say("licences.not-measured"),
				"class", "note");
		// What Microsoft's pages disagree on, with both sources
		this.report.checks()
			.stream()
			.filter((check) -> check.id().equals(Subject.OFFICE_365.id()) && !check.is(Check.Status.PASS))
			.forEach((check) -> this.page.leaf("p", this.texts.tell(check.detail()), "class", "note"));
		HtmlTable table = new HtmlTable(say("licences.products"))
			.words(say("licences.product"), say("licences.part"), say("licences.allows"))
			.numbers(say("licences.seats"), say("licences.assigned"));
		licence.skus()
			.forEach((sku) -> table.row(sku.name(), sku.partNumber(), this.texts.entitles(sku.entitles().word()),
					this.figures.count(sku.seats()), this.figures.count(sku.consumed())));
		table.write(this.page);
		this.page.close();
	}

	private void limits() {
		HtmlTable table = new HtmlTable(say("work.limits")).words(say("work.limit"))
			.numbers(say("work.limit.value"), say("work.limit.allowed"))
			.words(say("work.limit.verdict"));
		this.report.plan()
			.limits()
			.forEach((limit) -> table.row(this.texts.limit(limit.name()),
					this.figures.decimal(limit.value(), limit.allowed()), this.figures.decimal(limit.allowed()),
					say(limit.exceeded() ? "work.limit.exceeded" : "work.limit.within")));
		table.write(this.page);
	}

	private void checks() {
		HtmlTable table = new HtmlTable(say("checks.asked")).words(say("checks.check"), say("checks.answer"),
				say("checks.seen"), say("checks.next"));
		this.report.checks()
			.forEach((check) -> table.row(this.texts.title(check), say("checks." + check.status()),
					this.texts.tell(check.detail()), check.remedy().map(this.texts::tell).orElse("")));
		table.write(this.page);
	}

	private void problems() {
		this.page.open("section", "id", "problems").leaf("h2", say("problems"));
		if (this.report.feed().problems().isEmpty()) {
			this.page.leaf("p", say("problems.none"), "class", "note");
		}
		HtmlTable table = new HtmlTable(say("problems.counted")).words(say("problems.wrong"), say("work.word"))
			.numbers(say("work.count"))
			.words(say("problems.mend"));
		this.report.feed()
			.problems()
			.entrySet()
			.stream()
			.sorted(HtmlPage.MOST_FIRST)
			.forEach((problem) -> table.row(this.texts.problem(problem.getKey()), problem.getKey(),
					this.figures.count(problem.getValue()), this.texts.mending(problem.getKey())));
		table.write(this.page);
		this.page.close();
	}

}
