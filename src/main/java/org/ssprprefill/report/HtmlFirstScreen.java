package org.ssprprefill.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What is seen first: the verdict, coverage, and what needs a person. */
final class HtmlFirstScreen {

	private static final Map<RunSection.Outcome, String> STATUS = Map.of(RunSection.Outcome.DONE, "Done",
			RunSection.Outcome.ATTENTION, "Needs attention", RunSection.Outcome.HELD, "Held",
			RunSection.Outcome.REFUSED, "Refused", RunSection.Outcome.FAILED, "Failed");

	private final HtmlPage page;

	private final RunReport report;

	HtmlFirstScreen(HtmlPage page, RunReport report) {
		this.page = page;
		this.report = report;
	}

	void write() {
		RunSection run = this.report.run();
		this.page.open("section", "class", "verdict " + run.outcome().word());
		this.page.leaf("p", STATUS.getOrDefault(run.outcome(), ""), "class", "status");
		this.page.leaf("h1", Verdict.of(this.report));
		if (run.exitCode() == 3) {
			this.page.open("p").text("Review the plan below. If it is right, release it: ");
			this.page.leaf("code", Verdict.release(run)).close();
		}
		this.page.close();
		coverage(this.report.coverage());
		errands(Attention.of(this.report));
	}

	private void coverage(CoverageSection coverage) {
		this.page.open("section", "class", "cards", "aria-label", "Coverage");
		card("People who can reset today", coverage.canReset(), coverage.percent(), unknown(coverage));
		card("From 1 February 2027", coverage.fromFebruary2027().canReset(), coverage.fromFebruary2027().percent(),
				unknown(coverage));
		this.page.close();
	}

	private void card(String title, int canReset, OptionalDouble percent, int unknown) {
		CoverageSection coverage = this.report.coverage();
		String words = percent.isPresent()
				? Figures.count(canReset) + " of " + Figures.count(coverage.population(), "person", "people")
				: "Not measured in this run";
		this.page.open("div", "class", "card").leaf("h2", title);
		this.page.leaf("p", percent.isPresent() ? Figures.percent(percent) : "–", "class", "figure");
		double perPerson = (coverage.population() > 0) ? 100.0 / coverage.population() : 0;
		double yes = percent.orElse(0);
		double measured = Math.min(100 - yes, unknown * perPerson);
		HtmlChart.coverage(this.page, title + ": " + words, yes, percent.isPresent() ? measured : 100,
				coverage.target());
		this.page.leaf("p", words + legend(coverage, unknown), "class", "note");
		this.page.close();
	}

	private static String legend(CoverageSection coverage, int unknown) {
		String notKnown = (unknown > 0) ? " · " + Figures.count(unknown) + " not known" : "";
		return notKnown + (coverage.target().isPresent() ? " · target " + Figures.percent(coverage.target()) : "");
	}

	private static int unknown(CoverageSection coverage) {
		return coverage.reasons().getOrDefault("not-measurable", 0);
	}

	private void errands(List<Errand> errands) {
		this.page.open("section", "class", "errands").leaf("h2", "Needs a person");
		if (errands.isEmpty()) {
			this.page.leaf("p", "Nobody. Everything is in order.", "class", "note");
		}
		this.page.open("div", "class", "cards");
		for (Errand.Owner owner : Errand.Owner.values()) {
			List<Errand> own = errands.stream().filter((errand) -> errand.owner() == owner).toList();
			if (!own.isEmpty()) {
				owner(owner, own);
			}
		}
		this.page.close().close();
	}

	private void owner(Errand.Owner owner, List<Errand> own) {
		this.page.open("div", "class", "card").leaf("h3", owner.title()).open("ul");
		for (Errand errand : own) {
			this.page.open("li").leaf("strong", errand.what());
			if (!errand.next().isEmpty()) {
				this.page.text(" ").leaf("span", errand.next());
			}
			this.page.close();
		}
		this.page.close().close();
	}

}
