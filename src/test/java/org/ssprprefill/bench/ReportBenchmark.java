package org.ssprprefill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.ssprprefill.browser.InChromium;
import org.ssprprefill.browser.Tab;
import org.ssprprefill.report.Language;
import org.ssprprefill.report.Pages;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Table f: how soon the page of many people is seen and can be worked with, beside the
 * page of nobody; the first contentful paint as the browser itself reports it.
 */
@InChromium
class ReportBenchmark {

	private static final int ROUNDS = 7;

	private static final String SEEN = "new Promise((seen) => new PerformanceObserver((list) => list.getEntries()"
			+ ".filter((entry) => entry.name === 'first-contentful-paint').forEach((entry) => seen(entry.startTime)))"
			+ ".observe({ type: 'paint', buffered: true }))";

	private static final String READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd";

	/**
	 * Sorted by name, then by what is in the way, then searched: the longest of the
	 * three.
	 */
	private static final String WORKED = "(() => { const took = (work) => { const start = performance.now(); work();"
			+ " return performance.now() - start; }; const press = (key) => took(() =>"
			+ " document.querySelector('[data-sort=' + key + '] button').click()); const q = document.getElementById('people-q');"
			+ " return Math.max(press('name'), press('why'), took(() => { q.value = 'jan 4'; q.dispatchEvent(new Event('input')); }));"
			+ " })()";

	/** Medians of what the rounds took, in milliseconds. */
	private record Took(double seen, double ready) {
	}

	@Test
	void tableF(Tab tab) throws IOException {
		Path nobody = Pages.of(getClass(), Language.EN, 0);
		Path many = Pages.of(getClass(), Language.EN, 50_000);
		rounds(tab, many);
		Took small = rounds(tab, nobody);
		Took large = rounds(tab, many);
		double worked = tab.evaluate(WORKED).asDouble();
		System.out.printf(Locale.ROOT, """

				f. report.html of 50,000 people, %.1f MB, medians of %d rounds (%s)
				   first contentful paint %.0f ms, of nobody %.0f ms: %.1f times
				   read to the end and at work %.0f ms, of nobody %.0f ms
				   slowest of sorting twice and searching %.0f ms
				""", Files.size(many) / 1e6, ROUNDS, Processes.machine(), large.seen(), small.seen(),
				large.seen() / small.seen(), large.ready(), small.ready(), worked);
		assertThat(large.seen()).as("first contentful paint in ms").isLessThan(2000);
	}

	private static Took rounds(Tab tab, Path page) {
		List<Double> seen = new ArrayList<>();
		List<Double> ready = new ArrayList<>();
		for (int i = 0; i < ROUNDS; i++) {
			tab.go(page, "");
			seen.add(tab.evaluate(SEEN).asDouble());
			ready.add(tab.evaluate(READY).asDouble());
		}
		return new Took(median(seen), median(ready));
	}

	private static double median(List<Double> values) {
		Collections.sort(values);
		return values.get(values.size() / 2);
	}

}
