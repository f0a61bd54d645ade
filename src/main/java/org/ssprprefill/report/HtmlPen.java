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

	/**
	 * The text of {@code report.html}.
	 * @param report the report
	 * @param people whom to name
	 * @return a complete HTML document
	 */
	public String write(RunReport report, CannotReset people) {
		HtmlPage page = new HtmlPage();
		page.open("html", "lang", "en");
		head(page, report.run());
		page.open("body");
		top(page, report.run());
		page.open("main");
		new HtmlFirstScreen(page, report).write();
		navigation(page);
		new HtmlWork(page, report).write();
		new HtmlCoverage(page, report.coverage(), people).write();
		new HtmlFacts(page, report).write();
		page.close();
		page.leaf("footer", "No registered phone number, private e-mail address, token or secret is in this file. "
				+ "It names people: keep it where personnel records are kept.");
		return page.close().close().text();
	}

	private static void head(HtmlPage page, RunSection run) {
		page.open("head");
		page.lone("meta", "charset", "utf-8");
		page.lone("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
		page.lone("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
		page.lone("meta", "name", "color-scheme", "content", "light dark");
		page.lone("meta", "name", "referrer", "content", "no-referrer");
		page.leaf("title", run.job() + ", " + Figures.day(run.startedAt()) + ": " + run.outcome().word());
		page.style(CSS);
		page.close();
	}

	private static void top(HtmlPage page, RunSection run) {
		page.open("header");
		page.leaf("p", "Password reset · " + run.job(), "class", "job");
		page.leaf("p", Figures.moment(run.startedAt()) + " · " + run.mode().word(), "class", "when");
		page.close();
	}

	private static void navigation(HtmlPage page) {
		page.open("nav", "aria-label", "Parts of this report");
		page.leaf("a", "Rows and methods", "href", "#work");
		page.leaf("a", "Coverage", "href", "#coverage");
		page.leaf("a", "Licences", "href", "#licences");
		page.leaf("a", "HR’s files", "href", "#feed");
		page.leaf("a", "Checks", "href", "#checks");
		page.leaf("a", "The run", "href", "#run");
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
