package org.ssprprefill.report;

import java.util.List;
import java.util.OptionalDouble;

/** What is seen first: the verdict, coverage, and what needs a person. */
final class HtmlFirstScreen {

	private final HtmlPage page;

	private final RunReport report;

	private final Texts texts;

	HtmlFirstScreen(HtmlPage page, RunReport report, Texts texts) {
		this.page = page;
		this.report = report;
		this.texts = texts;
	}

	void write() {
		RunSection run = this.report.run();
		this.page.open("section", "class", "verdict " + run.outcome().word());
		this.page.leaf("p", this.texts.say("html.status." + run.outcome().word()), "class", "status");
		this.page.leaf("h1", Headline.of(this.report, this.texts));
		if (run.exitCode() == 3) {
			this.page.open("p").text(this.texts.say("html.release") + " ");
			this.page.leaf("code", Headline.release(run)).close();
		}
		this.page.close();
		coverage(this.report.coverage());
		errands(ActionItems.of(this.report, this.texts));
	}

	private void coverage(CoverageSection coverage) {
		this.page.open("section", "class", "cards", "aria-label", this.texts.say("html.coverage"));
		card(this.texts.say("html.today"), coverage.canReset(), coverage.percent(), unknown(coverage));
		coverage.endOfPhones()
			.ifPresent((end) -> card(this.texts.say("html.from", this.texts.figures().ending(end)), end.canReset(),
					end.percent(), unknown(coverage)));
		this.page.close();
	}

	private void card(String title, int canReset, OptionalDouble percent, int unknown) {
		CoverageSection coverage = this.report.coverage();
		String words = percent.isPresent() ? this.texts.say("html.of-people", canReset, coverage.population())
				: this.texts.say("html.not-measured");
		this.page.open("div", "class", "card").leaf("h2", title);
		this.page.leaf("p", percent.isPresent() ? this.texts.figures().percent(percent) : "–", "class", "figure");
		double perPerson = (coverage.population() > 0) ? 100.0 / coverage.population() : 0;
		double yes = percent.orElse(0);
		double measured = Math.min(100 - yes, unknown * perPerson);
		HtmlChart.coverage(this.page, title + ": " + words, yes, percent.isPresent() ? measured : 100,
				coverage.target());
		this.page.open("p", "class", "note keys").leaf("span", words, "class", "key able");
		if (unknown > 0) {
			key("unmeasured", this.texts.say("html.not-known", unknown));
		}
		if (coverage.target().isPresent()) {
			key("aim", this.texts.say("html.target", this.texts.figures().percent(coverage.target())));
		}
		this.page.close().close();
	}

	/** A part of the picture, with its colour before it. */
	private void key(String style, String text) {
		this.page.leaf("span", text, "class", "key " + style);
	}

	private static int unknown(CoverageSection coverage) {
		return coverage.reasons().getOrDefault("not-measurable", 0);
	}

	private void errands(List<ActionItem> errands) {
		this.page.open("section", "class", "errands").leaf("h2", this.texts.say("html.needed"));
		if (errands.isEmpty()) {
			this.page.leaf("p", this.texts.say("html.nobody"), "class", "note");
		}
		this.page.open("div", "class", "cards");
		for (ActionItem.Owner owner : ActionItem.Owner.values()) {
			List<ActionItem> own = errands.stream().filter((errand) -> errand.owner() == owner).toList();
			if (!own.isEmpty()) {
				owner(owner, own);
			}
		}
		this.page.close().close();
	}

	private void owner(ActionItem.Owner owner, List<ActionItem> own) {
		this.page.open("div", "class", "card").leaf("h3", this.texts.owner(owner)).open("ul");
		for (ActionItem errand : own) {
			this.page.open("li");
			if (errand.matter().isEmpty()) {
				this.page.leaf("strong", errand.what());
			}
			else {
				this.page.open("strong");
				HtmlPeople.link(this.page, errand.matter(), errand.what());
				this.page.close();
			}
			if (!errand.next().isEmpty()) {
				this.page.text(" ").leaf("span", errand.next());
			}
			this.page.close();
		}
		this.page.close().close();
	}

}
