package org.ssprprefill.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Pictures in plain SVG; each has a text beside it that says the same. */
final class HtmlChart {

	private HtmlChart() {
	}

	/** A single bar in a table; the number stands in the cell beside it. */
	static void bar(HtmlPage page, String percent) {
		page.open("svg", "class", "bar", "viewBox", "0 0 100 8", "preserveAspectRatio", "none", "aria-hidden", "true");
		page.open("rect", "class", "track", "width", "100", "height", "8").close();
		page.open("rect", "class", "yes", "width", percent, "height", "8").close();
		page.close();
	}

	/**
	 * Coverage: who can, who is unknown, and who cannot; with the target's mark.
	 */
	static void coverage(HtmlPage page, String words, double yes, double unknown, OptionalDouble target) {
		page.open("svg", "class", "cover", "viewBox", "0 0 100 10", "preserveAspectRatio", "none", "role", "img",
				"aria-label", words);
		page.open("rect", "class", "no", "width", "100", "height", "10").close();
		page.open("rect", "class", "unknown", "width", number(yes + unknown), "height", "10").close();
		page.open("rect", "class", "yes", "width", number(yes), "height", "10").close();
		target.ifPresent(
				(at) -> page
					.open("line", "class", "target", "x1", number(at), "x2", number(at), "y1", "0", "y2", "10",
							"vector-effect", "non-scaling-stroke")
					.close());
		page.close();
	}

	/** A line through measured points over time, oldest first. */
	static void trend(HtmlPage page, String words, List<CoverageSection.TrendPoint> measured) {
		Instant from = measured.get(0).at();
		double seconds = Math.max(1, Duration.between(from, measured.get(measured.size() - 1).at()).toSeconds());
		String points = measured.stream()
			.map((point) -> number(600 * Duration.between(from, point.at()).toSeconds() / seconds) + ","
					+ number(100 - point.percent().orElse(0)))
			.collect(Collectors.joining(" "));
		page.open("svg", "class", "trend", "viewBox", "0 -4 600 108", "preserveAspectRatio", "none", "role", "img",
				"aria-label", words);
		for (String y : List.of("0", "50", "100")) {
			page.open("line", "class", "grid", "x1", "0", "x2", "600", "y1", y, "y2", y, "vector-effect",
					"non-scaling-stroke")
				.close();
		}
		page.open("polyline", "class", "curve", "points", points, "vector-effect", "non-scaling-stroke").close();
		page.close();
	}

	private static String number(double number) {
		return String.format(Locale.ROOT, "%.1f", number);
	}

}
