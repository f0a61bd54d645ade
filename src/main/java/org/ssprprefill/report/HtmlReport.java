package org.ssprprefill.report;

import java.util.function.Consumer;

/**
 * The page from top to bottom. Its content security policy allows the one style sheet and
 * the one script that stand in it, known by their hashes, and nothing from anywhere.
 */
final class HtmlReport {

	private static final String POLICY = "default-src 'none'; style-src " + HtmlAsset.STYLE.source() + "; script-src "
			+ HtmlAsset.SCRIPT.source() + "; base-uri 'none'; form-action 'none'";

	private final HtmlPage page;

	private final Texts texts;

	private final HtmlPeople people;

	HtmlReport(Consumer<String> file, Texts texts) {
		this.page = new HtmlPage(file);
		this.texts = texts;
		this.people = new HtmlPeople(this.page, texts);
	}

	/** Everything above the people. */
	void begin(RunReport report) {
		this.page.open("html", "lang", this.texts.language().word());
		head(report.run());
		this.page.open("body");
		top(report.run());
		this.page.open("main");
		new HtmlFirstScreen(this.page, report, this.texts).write();
		navigation();
		new HtmlWork(this.page, report, this.texts).write();
		new HtmlCoverage(this.page, report, this.texts).write();
		new HtmlFacts(this.page, report, this.texts).write();
		new HtmlRun(this.page, report, this.texts).write();
		this.people.begin();
	}

	void person(PersonLine person) {
		this.people.add(person);
	}

	/** What is below the people, and the script. */
	void end() {
		this.people.end();
		this.page.close();
		this.page.leaf("footer", this.texts.say("html.footer"));
		this.page.own("script", HtmlAsset.SCRIPT);
		this.page.close().close().end();
	}

	private void head(RunSection run) {
		this.page.open("head");
		this.page.lone("meta", "charset", "utf-8");
		this.page.lone("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
		this.page.lone("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
		this.page.lone("meta", "name", "color-scheme", "content", "light dark");
		this.page.lone("meta", "name", "referrer", "content", "no-referrer");
		this.page.leaf("title", run.job() + ", " + this.texts.figures().day(run.startedAt()) + ": "
				+ this.texts.say("html.status." + run.outcome().word()));
		this.page.own("style", HtmlAsset.STYLE);
		this.page.close();
	}

	private void top(RunSection run) {
		this.page.open("header");
		this.page.leaf("p", this.texts.say("html.title", run.job()), "class", "job");
		this.page.leaf("p", this.texts.figures().moment(run.startedAt()) + " · " + run.mode().word(), "class", "when");
		this.page.close();
	}

	private void navigation() {
		this.page.open("nav", "class", "parts", "aria-label", this.texts.say("html.parts"));
		part("#work", "html.parts.work");
		part("#coverage", "html.coverage");
		part("#licences", "html.licences");
		part("#checks", "html.checks");
		part("#problems", "html.problems");
		part("#run", "html.run");
		part("#people", "html.people");
		this.page.close();
	}

	private void part(String place, String name) {
		this.page.leaf("a", this.texts.say(name), "href", place);
	}

}
