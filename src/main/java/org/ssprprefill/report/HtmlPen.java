package org.ssprprefill.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * Writes {@code report.html}: one file that needs nothing else, runs no script, loads
 * nothing, and whose content security policy forbids that it ever does.
 */
public final class HtmlPen {

	private static final String CSS = css();

	/** Nothing but the one style sheet, known by its hash. */
	private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(CSS)
			+ "'; base-uri 'none'; form-action 'none'";

	private final Texts texts;

	/**
	 * Prepares a pen.
	 * @param language what it writes
	 */
	public HtmlPen(Language language) {
		this.texts = Texts.in(language);
	}

	/**
	 * The text of {@code report.html}.
	 * @param report the report
	 * @param people whom to name
	 * @return a complete HTML document
	 */
	public String write(RunReport report, CannotReset people) {
		HtmlPage page = new HtmlPage();
		page.open("html", "lang", this.texts.language().word());
		head(page, report.run());
		page.open("body");
		top(page, report.run());
		page.open("main");
		new HtmlFirstScreen(page, report, this.texts).write();
		navigation(page);
		new HtmlWork(page, report, this.texts).write();
		new HtmlCoverage(page, report.coverage(), people, this.texts).write();
		new HtmlFacts(page, report, this.texts).write();
		page.close();
		page.leaf("footer", this.texts.say("html.footer"));
		return page.close().close().text();
	}

	private void head(HtmlPage page, RunSection run) {
		page.open("head");
		page.lone("meta", "charset", "utf-8");
		page.lone("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
		page.lone("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
		page.lone("meta", "name", "color-scheme", "content", "light dark");
		page.lone("meta", "name", "referrer", "content", "no-referrer");
		page.leaf("title", run.job() + ", " + this.texts.figures().day(run.startedAt()) + ": "
				+ this.texts.say("html.status." + run.outcome().word()));
		page.style(CSS);
		page.close();
	}

	private void top(HtmlPage page, RunSection run) {
		page.open("header");
		page.leaf("p", this.texts.say("html.title", run.job()), "class", "job");
		page.leaf("p", this.texts.figures().moment(run.startedAt()) + " · " + run.mode().word(), "class", "when");
		page.close();
	}

	private void navigation(HtmlPage page) {
		page.open("nav", "aria-label", this.texts.say("html.parts"));
		page.leaf("a", this.texts.say("html.parts.work"), "href", "#work");
		page.leaf("a", this.texts.say("html.coverage"), "href", "#coverage");
		page.leaf("a", this.texts.say("html.licences"), "href", "#licences");
		page.leaf("a", this.texts.say("html.parts.feed"), "href", "#feed");
		page.leaf("a", this.texts.say("html.checks"), "href", "#checks");
		page.leaf("a", this.texts.say("html.run"), "href", "#run");
		page.close();
	}

	private static String css() {
		try (InputStream sheet = HtmlPen.class.getResourceAsStream("/report/report.css")) {
			byte[] bytes = Objects.requireNonNull(sheet, "report.css is missing from the program").readAllBytes();
			return new String(bytes, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read report.css from the program", ex);
		}
	}

	private static String sha256(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
