package org.ssprprefill.report;

import java.util.List;
import java.util.OptionalDouble;

/** Who cannot reset and why; by group, over time, and by name. */
final class HtmlCoverage {

	private final HtmlPage page;

	private final CoverageSection coverage;

	private final CannotReset people;

	HtmlCoverage(HtmlPage page, CoverageSection coverage, CannotReset people) {
		this.page = page;
		this.coverage = coverage;
		this.people = people;
	}

	void write() {
		this.page.open("section", "id", "coverage").leaf("h2", "Coverage");
		this.page.leaf("p", source(), "class", "note");
		gaps();
		groups();
		trend();
		effectiveness();
		people();
		this.page.close();
	}

	private String source() {
		String report = this.coverage.registrationReportAsOf()
			.map((at) -> "The registration report is of " + Figures.moment(at) + ".")
			.orElse("There was no registration report.");
		return report + (this.coverage.fromFebruary2027().ownTelecomProvider()
				? " The tenant brings its own telecom provider, so SMS and voice go on after January 2027."
				: " On 1 February 2027 Microsoft ends SMS and voice, for password reset too.");
	}

	private void gaps() {
		HtmlTable table = new HtmlTable("Why people cannot reset, or why it is not known").words("Gap")
			.numbers("People")
			.bars("Share")
			.words("By whom", "What to do");
		this.coverage.reasons().entrySet().stream().sorted(HtmlPage.MOST_FIRST).forEach((gap) -> {
			String word = gap.getKey();
			table.row(Texts.in(Language.EN).gap(word), Figures.count(gap.getValue()),
					HtmlTable.share(gap.getValue(), this.coverage.population()),
					Texts.in(Language.EN).gapOwner(word).title(), Texts.in(Language.EN).gapRemedy(word));
		});
		table.write(this.page);
	}

	private void groups() {
		HtmlTable table = new HtmlTable("Coverage by group").words("Group")
			.numbers("People", "Can reset", "Percent")
			.bars("Share");
		this.coverage.groups()
			.forEach((group) -> table.row(group.group().isEmpty() ? "(none)" : group.group(),
					Figures.count(group.population()), Figures.count(group.canReset()),
					Figures.percent(group.percent()), HtmlTable.share(group.percent())));
		table.write(this.page);
	}

	private void trend() {
		List<CoverageSection.TrendPoint> measured = this.coverage.trend()
			.stream()
			.filter((point) -> point.percent().isPresent())
			.toList();
		if (measured.size() < 2) {
			return;
		}
		CoverageSection.TrendPoint first = measured.get(0);
		CoverageSection.TrendPoint last = measured.get(measured.size() - 1);
		String words = "Coverage went from " + Figures.percent(first.percent()) + " on " + Figures.day(first.at())
				+ " to " + Figures.percent(last.percent()) + " on " + Figures.day(last.at()) + ".";
		this.page.open("figure").leaf("figcaption", words);
		HtmlChart.trend(this.page, words,
				measured.stream().map(CoverageSection.TrendPoint::percent).map(OptionalDouble::getAsDouble).toList());
		this.page.close();
	}

	private void effectiveness() {
		CoverageSection.Effectiveness effectiveness = this.coverage.effectiveness();
		if (effectiveness.confirmedLongEnoughAgo() > 0) {
			this.page.leaf("p",
					"Of " + Figures.count(effectiveness.confirmedLongEnoughAgo(), "method", "methods")
							+ " confirmed long enough ago, the registration report knows "
							+ Figures.count(effectiveness.registeredInReport()) + ".",
					"class", "note");
		}
	}

	private void people() {
		if (this.people.shown().isEmpty()) {
			return;
		}
		String caption = "The first " + Figures.count(this.people.shown().size()) + " of "
				+ Figures.count(this.people.total(), "person", "people") + " who cannot reset; all are in people.csv";
		this.page.open("details").leaf("summary", "People who cannot reset, or of whom it is not known");
		HtmlTable table = new HtmlTable(caption).words("User principal name", "Employee id", "Group", "Gap", "Remedy");
		this.people.shown()
			.forEach((person) -> table.row(person.userPrincipalName(), person.employeeId(), person.group(),
					person.gap(), person.remedy()));
		table.write(this.page);
		this.page.close();
	}

}
