package org.ssprprefill.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.browser.InChromium;
import org.ssprprefill.browser.Tab;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** That everybody can read the page, however they look at it. */
@InChromium
class PageInBrowserIT {

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	/** Deque's rules for accessibility, those of good practice included. */
	private static final String AXE = resource("/axe.min.js");

	/**
	 * What has the focus now, and whether one sees that; behind the last stop, the end.
	 */
	private static final String STOP = "(() => { const at = document.activeElement; if (at === document.body) return 'end';"
			+ " const name = at.id || at.dataset.to || at.closest('[data-sort]')?.dataset.sort || at.getAttribute('href');"
			+ " const seen = at.matches(':focus-visible') && getComputedStyle(at).outlineStyle !== 'none';"
			+ " return seen ? name : name + ' unseen'; })()";

	@ParameterizedTest
	@CsvSource({ "0, EN, 1280, light", "0, NL, 1280, light", "0, DE, 360, dark", "60, EN, 1280, light",
			"60, EN, 1280, dark", "60, EN, 360, light", "60, NL, 1280, light", "60, NL, 360, dark",
			"60, DE, 1280, light", "60, DE, 360, light", "50000, EN, 1280, light", "50000, NL, 360, light",
			"50000, DE, 1280, dark" })
	void isAccessibleQuietAndAlone(int people, Language language, int width, String scheme, Tab tab)
			throws IOException {
		Path page = Pages.of(getClass(), language, people);
		tab.size(width, 900).scheme(scheme).go(page, "");
		tab.photograph(SCREENSHOTS.resolve("report-%d-%s-%d-%s.png".formatted(people, language.word(), width, scheme)));
		assertThat(tab.requests()).containsExactly(page.toUri().toString());
		assertThat(tab.complaints()).isEmpty();
		assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt()).as("no wider than the window")
			.isLessThanOrEqualTo(width);
		assertThat(tab.text("[...document.querySelectorAll('.date')]"
				+ ".map((date) => date.getClientRects().length > 1 ? date.textContent : '').join('')"))
			.as("dates that break")
			.isEmpty();
		assertThat(violations(tab)).isEmpty();
	}

	@Test
	void runsNoScriptButItsOwn(Tab tab) throws IOException {
		tab.go(Pages.of(getClass(), Language.EN, 60), "");
		tab.evaluate("{ const script = document.createElement('script'); script.textContent = 'window.ran = 1';"
				+ " document.body.append(script);"
				+ " document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>'); }");
		assertThat(tab.text("typeof window.ran")).isEqualTo("undefined");
		assertThat(tab.text("getComputedStyle(document.body.lastElementChild).color"))
			.isEqualTo(tab.text("getComputedStyle(document.body).color"));
		assertThat(tab.complaints()).hasSize(2)
			.allMatch((complaint) -> complaint.contains("Content Security Policy directive"));
	}

	/** A command of the DevTools may bring a script in, which the page itself may not. */
	private static List<String> violations(Tab tab) {
		tab.evaluate(AXE + "; 1");
		return tab.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations)")
			.valueStream()
			.map((violation) -> violation.get("id").asString() + ": "
					+ violation.at("/nodes/0/failureSummary").asString() + " "
					+ violation.at("/nodes/0/html").asString())
			.toList();
	}

	@ParameterizedTest
	@CsvFileSource(resources = "/pages.csv")
	void isWalkedByTheKeyboardAndShowsWhereItIs(int people, Language language, Tab tab) throws IOException {
		tab.go(Pages.of(getClass(), language, people), "");
		List<String> stops = new ArrayList<>();
		for (String at = ""; !at.equals("end") && stops.size() < 120;) {
			at = tab.press("Tab").text(STOP);
			stops.add(at);
		}
		stops.remove("end");
		assertThat(stops).as("what has the focus shows it").noneMatch((at) -> at.endsWith("unseen"));
		if (people == 0) {
			assertThat(stops).contains("#people");
		}
		else {
			assertThat(stops).containsSubsequence("#people", "people-q", "people-gap", "following", "last", "name",
					"id", "group", "why", "row");
		}
	}

	@ParameterizedTest
	@CsvFileSource(resources = "/pages.csv")
	void isValidHtml(int people, Language language) throws Exception {
		EmbeddedValidator validator = new EmbeddedValidator();
		validator.setOutputFormat(OutputFormat.JSON);
		JsonNode answer;
		try (InputStream page = new ByteArrayInputStream(Files.readAllBytes(Pages.of(getClass(), language, people)))) {
			answer = JsonMapper.shared().readTree(validator.validate(page));
		}
		assertThat(answer.get("messages").valueStream())
			.filteredOn((message) -> message.get("type").asString().equals("error"))
			.isEmpty();
	}

	private static String resource(String name) {
		try (InputStream stream = PageInBrowserIT.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
