package org.ssprprefill.report;

import java.util.List;

import org.ssprprefill.doctor.Subject;
import org.ssprprefill.timeline.Audience;
import org.ssprprefill.timeline.Channel;
import org.ssprprefill.timeline.OwnTelecomProvider;

/** How many cannot reset and why; by group, and over time. */
final class HtmlCoverage {

	private final HtmlPage page;

	private final CoverageSection coverage;

	private final List<CheckLine> checks;

	private final Texts texts;

	private final Figures figures;

	HtmlCoverage(HtmlPage page, RunReport report, Texts texts) {
		this.page = page;
		this.coverage = report.coverage();
		this.checks = report.checks();
		this.texts = texts;
		this.figures = texts.figures();
	}

	private String say(String key, Object... parts) {
		return this.texts.say("html.coverage" + key, parts);
	}

	void write() {
		this.page.open("section", "id", "coverage").leaf("h2", say(""));
		this.page.leaf("p", source(), "class", "note");
		timeline();
		phoneOnly();
		gaps();
		otherWays();
		groups();
		trend();
		effectiveness();
		this.page.close();
	}

	private String source() {
		if (this.coverage.population() == 0) {
			return say(".nobody");
		}
		String report = this.coverage.registrationReportAsOf()
			.map((at) -> say(".report", this.figures.moment(at)))
			.orElseGet(() -> say(".no-report"));
		String provider = this.coverage.fromFebruary2027().ownTelecomProvider();
		return provider.equals(OwnTelecomProvider.NONE.word()) ? report
				: report + " " + say(".own-provider." + provider);
	}

	/** Who loses what, when, and what saves them; the bars are the picture. */
	private void timeline() {
		if (this.coverage.timeline().isEmpty()) {
			this.page.leaf("p", say(".timeline.none"), "class", "note");
			return;
		}
		HtmlTable table = new HtmlTable(say(".timeline")).words(say(".timeline.date"), say(".timeline.ends"))
			.numbers(say(".can-reset"), say(".timeline.lost"))
			.bars(say(".share"))
			.words(say(".timeline.saves"));
		table.row(say(".timeline.today"), "", this.figures.count(this.coverage.canReset()), "",
				HtmlTable.share(this.coverage.percent()), "");
		for (CoverageSection.TimelineEntry entry : this.coverage.timeline()) {
			table.row(this.figures.ending(entry), ends(entry), this.figures.count(entry.canReset()),
					this.figures.count(entry.lost()), HtmlTable.share(entry.percent()), saves(entry));
		}
		table.write(this.page);
	}

	private String ends(CoverageSection.TimelineEntry entry) {
		String what = String.join(", ", entry.ends().stream().map((word) -> say(".timeline." + word)).toList());
		return entry.audience().equals(Audience.EVERYBODY.word()) ? what : say(".timeline." + entry.audience(), what);
	}

	private String saves(CoverageSection.TimelineEntry entry) {
		boolean questions = entry.ends().equals(List.of(Channel.SECURITY_QUESTIONS.word()));
		return say(questions ? ".timeline.saves.questions" : ".timeline.saves.phones");
	}

	private void phoneOnly() {
		CoverageSection.PhoneOnly people = this.coverage.phoneOnly();
		if (people.reset() + people.mfa() > 0) {
			String demand = this.coverage.endOfPhones()
				.map((end) -> " " + say(".phone-only.demand", this.figures.ending(end)))
				.orElse("");
			this.page.leaf("p", say(".phone-only", people.reset(), people.mfa()) + demand, "class", "note");
		}
	}

	private void gaps() {
		HtmlTable table = new HtmlTable(say(".gaps")).words(say(".gap"))
			.numbers(say(".people"))
			.bars(say(".share"))
			.words(say(".by-whom"), say(".next"));
		this.coverage.reasons().entrySet().stream().sorted(HtmlPage.MOST_FIRST).forEach((gap) -> {
			String word = gap.getKey();
			table.rowOf(word, this.texts.gap(word), this.figures.count(gap.getValue()),
					HtmlTable.share(gap.getValue(), this.coverage.population()),
					this.texts.owner(this.texts.gapOwner(word)), this.texts.gapRemedy(word));
		});
		table.write(this.page);
	}

	/** No reset, and counted as none: so it is said below the reasons. */
	private void otherWays() {
		this.checks.stream()
			.filter((check) -> check.id().equals(Subject.OTHER_WAYS.id()) && !this.coverage.reasons().isEmpty())
			.forEach((check) -> this.page.leaf("p", this.texts.tell(check.detail()), "class", "note"));
	}

	private void groups() {
		HtmlTable table = new HtmlTable(say(".groups")).words(say(".group"))
			.numbers(say(".people"), say(".can-reset"), say(".percent"))
			.bars(say(".share"));
		this.coverage.groups()
			.forEach((group) -> table.row(group.group().isEmpty() ? say(".no-group") : group.group(),
					this.figures.count(group.population()), this.figures.count(group.canReset()),
					this.figures.percent(group.percent()), HtmlTable.share(group.percent())));
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
		String words = say(".trend", this.figures.percent(first.percent()), this.figures.day(first.at()),
				this.figures.percent(last.percent()), this.figures.day(last.at()));
		this.page.open("figure").leaf("figcaption", words);
		this.page.open("div", "class", "chart");
		HtmlChart.trend(this.page, words, measured);
		axis("percents", this.figures.percent(100), this.figures.percent(50), this.figures.percent(0));
		axis("days", this.figures.day(first.at()), this.figures.day(last.at()));
		this.page.close().close();
	}

	/** What the sentence above the picture says already, for the eye. */
	private void axis(String style, String... marks) {
		this.page.open("div", "class", style, "aria-hidden", "true");
		List.of(marks).forEach((mark) -> this.page.leaf("span", mark));
		this.page.close();
	}

	private void effectiveness() {
		CoverageSection.Effectiveness effectiveness = this.coverage.effectiveness();
		if (effectiveness.confirmedLongEnoughAgo() > 0) {
			this.page.leaf("p",
					say(".effectiveness", effectiveness.confirmedLongEnoughAgo(), effectiveness.registeredInReport()),
					"class", "note");
		}
	}

}
