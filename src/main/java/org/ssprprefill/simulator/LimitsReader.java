package org.ssprprefill.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.ssprprefill.simulator.RateLimit.OtherApps;
import org.ssprprefill.simulator.RateLimit.Shape;

/** Reads what a tenant bears from a fault file: a known reading, and limits beside it. */
final class LimitsReader {

	private LimitsReader() {
	}

	static Limits read(Section root) {
		String word = root.text("limits").orElse(Limits.NONE.word());
		Optional<Limits> known = Limits.known().stream().filter((limits) -> limits.word().equals(word)).findFirst();
		if (known.isEmpty()) {
			root.problem("limits", word, "write none, literal or units");
		}
		Limits limits = known.orElse(Limits.NONE);
		for (Section further : root.sections("rate-limits")) {
			String on = further.required("on", "POST phoneMethods");
			RateLimit rate = limit(further);
			further.refuseOthers();
			if (on.matches(FaultFile.CALL) && FaultFile.isPattern(on)) {
				limits = limits.and(on, rate);
			}
			else {
				further.problem("on", on, "write a verb and a part of a path, for example POST phoneMethods");
			}
		}
		return limits;
	}

	private static RateLimit limit(Section section) {
		Shape shape = word(section, "kind", Shape.BUCKET, Shape.values(), Shape::word);
		int most = section.number("most", 5, 1, 1_000_000);
		Duration window = section.duration("window").orElse(Duration.ofSeconds(10));
		boolean counted = section.text("refused").orElse("counted").equals("counted");
		section.text("refused")
			.filter((text) -> !List.of("counted", "free").contains(text))
			.ifPresent((text) -> section.problem("refused", text, "write counted or free"));
		RetryAfterStyle style = word(section, "retry-after", RetryAfterStyle.TRUE, RetryAfterStyle.values(),
				RetryAfterStyle::word);
		OtherApps others = new OtherApps(section.number("others-percent", 0, 0, 100),
				section.duration("others-every").orElse(Duration.ZERO));
		return new RateLimit(shape, most, window, counted, style, section.number("low-reserve", 0, 0, 99), others);
	}

	private static <T> T word(Section section, String key, T otherwise, T[] values, Function<T, String> word) {
		String text = section.text(key).orElse(word.apply(otherwise));
		List<String> words = List.of(values).stream().map(word).toList();
		if (!words.contains(text)) {
			section.problem(key, text, "use one of " + String.join(", ", words));
			return otherwise;
		}
		return values[words.indexOf(text)];
	}

}
