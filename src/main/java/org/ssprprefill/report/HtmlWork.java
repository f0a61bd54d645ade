package org.ssprprefill.report;

import java.util.Map;
import java.util.function.Function;

import org.ssprprefill.contact.MethodKind;

/** From HR row to confirmed method: funnel, limits, plan and outcomes. */
final class HtmlWork {

	private final HtmlPage page;

	private final RunReport report;

	HtmlWork(HtmlPage page, RunReport report) {
		this.page = page;
		this.report = report;
	}

	void write() {
		this.page.open("section", "id", "work").leaf("h2", "From HR row to registered method");
		if (this.report.feed().rows() == 0 && this.report.plan().equals(PlanSection.NONE)
				&& this.report.outcomes().total() == 0) {
			this.page.leaf("p", "This run read no rows and planned nothing.", "class", "note").close();
			return;
		}
		funnel();
		limits();
		methods();
		errors();
		leftAlone();
		this.page.close();
	}

	private void leftAlone() {
		Map<String, Integer> people = this.report.matching().reasons();
		Map<String, Integer> methods = this.report.plan().none();
		if (people.isEmpty() && methods.isEmpty()) {
			return;
		}
		this.page.open("details").leaf("summary", "Why people and methods were left alone");
		words("People left alone", "Reason", people, Texts.in(Language.EN)::barrier);
		words("Methods left alone", "Reason", methods, Texts.in(Language.EN)::none);
		this.page.close();
	}

	private void funnel() {
		FeedSection feed = this.report.feed();
		MatchingSection matching = this.report.matching();
		PlanSection plan = this.report.plan();
		OutcomeSection outcomes = this.report.outcomes();
		int confirmed = outcomes.confirmed().total();
		double most = Math.max(feed.rows(), Math.max(plan.changes(), confirmed));
		HtmlTable table = new HtmlTable("Rows and changes of this run").words("Stage")
			.numbers("Count")
			.bars("Share")
			.words("Left behind");
		stage(table, "Rows received", feed.rows(), most, Figures.count(feed.files().size(), "file", "files"));
		stage(table, "Rows accepted", feed.accepted(), most, Figures.count(feed.rejected()) + " rejected");
		stage(table, "Rows matched", matching.matched(), most,
				Figures.count(matching.unmatched()) + " unmatched, " + Figures.count(matching.ambiguous())
						+ " ambiguous, " + Figures.count(matching.protectedPeople()) + " protected, "
						+ Figures.count(matching.outOfScope()) + " out of scope");
		stage(table, "Changes planned", plan.changes(), most,
				"for " + Figures.count(plan.people(), "person", "people"));
		stage(table, "Methods confirmed", confirmed, most,
				Figures.count(outcomes.total() - confirmed) + " with another outcome");
		table.write(this.page);
	}

	private static void stage(HtmlTable table, String name, int count, double most, String note) {
		table.row(name, Figures.count(count), HtmlTable.share(count, most), note);
	}

	private void limits() {
		HtmlTable table = new HtmlTable("Limits").words("Limit").numbers("This run", "Allowed").words("Verdict");
		for (PlanSection.LimitLine limit : this.report.plan().limits()) {
			table.row(Texts.in(Language.EN).limit(limit.name()), Figures.decimal(limit.value()),
					Figures.decimal(limit.allowed()), limit.exceeded() ? "✗ exceeded" : "✓ within");
		}
		table.write(this.page);
	}

	private void methods() {
		PlanSection plan = this.report.plan();
		OutcomeSection outcomes = this.report.outcomes();
		HtmlTable table = new HtmlTable("Changes and outcomes by method").words("Method")
			.numbers("Add", "Update", "Confirmed", "Drifted", "Missing", "Rejected", "Unknown");
		for (MethodKind kind : MethodKind.values()) {
			table.row(Texts.in(Language.EN).method(kind.word()), count(plan.add(), kind), count(plan.update(), kind),
					count(outcomes.confirmed(), kind), count(outcomes.drifted(), kind), count(outcomes.missing(), kind),
					count(outcomes.rejected(), kind), count(outcomes.unknown(), kind));
		}
		table.write(this.page);
	}

	private static String count(MethodCounts counts, MethodKind kind) {
		return Figures.count(counts.of(kind));
	}

	private void errors() {
		HtmlTable table = new HtmlTable("What Graph answered to rejected changes").words("Code")
			.numbers("HTTP status", "Count");
		this.report.outcomes()
			.errors()
			.forEach(
					(error) -> table.row(error.code(), Integer.toString(error.status()), Figures.count(error.count())));
		table.write(this.page);
	}

	private void words(String caption, String column, Map<String, Integer> counts, Function<String, String> text) {
		HtmlTable table = new HtmlTable(caption).words(column, "Word").numbers("Count");
		counts.entrySet()
			.stream()
			.sorted(HtmlPage.MOST_FIRST)
			.forEach((entry) -> table.row(text.apply(entry.getKey()), entry.getKey(), Figures.count(entry.getValue())));
		table.write(this.page);
	}

}
