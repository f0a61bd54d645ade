package org.ssprprefill.report;

import java.util.Map;
import java.util.function.Function;

import org.ssprprefill.contact.MethodKind;

/** From HR row to confirmed method: funnel, plan and outcomes. */
final class HtmlWork {

	private final HtmlPage page;

	private final RunReport report;

	private final Texts texts;

	private final Figures figures;

	HtmlWork(HtmlPage page, RunReport report, Texts texts) {
		this.page = page;
		this.report = report;
		this.texts = texts;
		this.figures = texts.figures();
	}

	private String say(String key, Object... parts) {
		return this.texts.say("html.work." + key, parts);
	}

	void write() {
		this.page.open("section", "id", "work").leaf("h2", say("title"));
		if (this.report.run().mode() == RunSection.Mode.UNDO) {
			this.page.leaf("p", say("undo"), "class", "note");
		}
		if (this.report.feed().rows() == 0 && this.report.plan().equals(PlanSection.NONE)
				&& this.report.outcomes().total() == 0) {
			this.page.leaf("p", say("none"), "class", "note").close();
			return;
		}
		funnel();
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
		this.page.open("details").leaf("summary", say("left"));
		words(say("left.people"), people, this.texts::barrier);
		words(say("left.methods"), methods, this.texts::none);
		this.page.close();
	}

	/** Rows are a part of the rows, changes of the changes. */
	private void funnel() {
		FeedSection feed = this.report.feed();
		MatchingSection matching = this.report.matching();
		PlanSection plan = this.report.plan();
		OutcomeSection outcomes = this.report.outcomes();
		int confirmed = outcomes.confirmed().total();
		double rows = feed.rows();
		double changes = Math.max(plan.changes(), outcomes.total());
		HtmlTable table = new HtmlTable(say("stages")).words(say("stage"))
			.numbers(say("count"))
			.bars(say("share"))
			.words(say("behind"));
		stage(table, say("received"), feed.rows(), rows, say("files", feed.files().size()));
		stage(table, say("accepted"), feed.accepted(), rows, say("accepted.behind", feed.rejected()));
		stage(table, say("matched"), matching.matched(), rows, say("matched.behind", matching.unmatched(),
				matching.ambiguous(), matching.protectedPeople(), matching.outOfScope()));
		stage(table, say("planned"), plan.changes(), changes, say("planned.people", plan.people()));
		stage(table, say("confirmed"), confirmed, changes, say("confirmed.behind", outcomes.total() - confirmed));
		table.write(this.page);
	}

	private void stage(HtmlTable table, String name, int count, double whole, String note) {
		table.row(name, this.figures.count(count), HtmlTable.share(count, whole), note);
	}

	private void methods() {
		PlanSection plan = this.report.plan();
		OutcomeSection outcomes = this.report.outcomes();
		HtmlTable table = new HtmlTable(say("methods")).words(say("method"))
			.numbers(say("add"), say("update"), say("outcome.confirmed"), say("outcome.drifted"),
					say("outcome.missing"), say("outcome.rejected"), say("outcome.unknown"));
		for (MethodKind kind : MethodKind.values()) {
			table.row(this.texts.method(kind.word()), count(plan.add(), kind), count(plan.update(), kind),
					count(outcomes.confirmed(), kind), count(outcomes.drifted(), kind), count(outcomes.missing(), kind),
					count(outcomes.rejected(), kind), count(outcomes.unknown(), kind));
		}
		table.write(this.page);
	}

	private String count(MethodCounts counts, MethodKind kind) {
		return this.figures.count(counts.of(kind));
	}

	private void errors() {
		HtmlTable table = new HtmlTable(say("errors")).words(say("error")).numbers(say("error.status"), say("count"));
		this.report.outcomes()
			.errors()
			.forEach((error) -> table.row(error.code(), Integer.toString(error.status()),
					this.figures.count(error.count())));
		table.write(this.page);
	}

	private void words(String caption, Map<String, Integer> counts, Function<String, String> text) {
		HtmlTable table = new HtmlTable(caption).words(say("reason"), say("word")).numbers(say("count"));
		counts.entrySet()
			.stream()
			.sorted(HtmlPage.MOST_FIRST)
			.forEach((entry) -> table.row(text.apply(entry.getKey()), entry.getKey(),
					this.figures.count(entry.getValue())));
		table.write(this.page);
	}

}
