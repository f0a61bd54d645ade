package org.ssprprefill.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.simulator.TenantDescriptionException.Problem;

/**
 * A mapping in a YAML file, which notes every problem instead of stopping at the first.
 */
final class Section {

	private final String path;

	private final Map<?, ?> values;

	private final List<Problem> problems;

	private final Set<String> asked = new LinkedHashSet<>();

	Section(String path, Map<?, ?> values, List<Problem> problems) {
		this.path = path;
		this.values = values;
		this.problems = problems;
	}

	Optional<String> text(String key) {
		Optional<Object> value = value(key);
		if (value.isPresent() && !(value.get() instanceof String)) {
			problem(key, "", "write a single value");
			return Optional.empty();
		}
		return value.map(String::valueOf).map(String::strip).filter((text) -> !text.isEmpty());
	}

	String required(String key, String example) {
		return text(key).orElseGet(() -> {
			problem(key, "", "write a value, for example " + example);
			return example;
		});
	}

	boolean flag(String key, boolean otherwise) {
		String text = text(key).orElse(String.valueOf(otherwise));
		if (!text.equals("true") && !text.equals("false")) {
			problem(key, text, "write true or false");
		}
		return text.equals("true");
	}

	int number(String key, int otherwise, int least, int most) {
		String text = text(key).orElse(String.valueOf(otherwise));
		if (text.matches("\\d{1,8}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
			return Integer.parseInt(text);
		}
		problem(key, text, "write a whole number from " + least + " to " + most);
		return otherwise;
	}

	Optional<Duration> duration(String key) {
		return text(key).flatMap((text) -> {
			if (text.matches("\\d{1,6}[smhd]")) {
				String iso = text.endsWith("d") ? "P" + text : "PT" + text;
				return Optional.of(Duration.parse(iso.toUpperCase(Locale.ROOT)));
			}
			problem(key, text, "write a duration such as 90s, 15m, 36h or 2d");
			return Optional.empty();
		});
	}

	/** The texts of a list; a single text counts as a list of one. */
	List<String> texts(String key) {
		Object value = value(key).orElse(List.of());
		List<?> items = (value instanceof List<?> list) ? list : List.of(value);
		List<String> texts = new ArrayList<>();
		for (Object item : items) {
			if (item instanceof String text) {
				texts.add(text.strip());
			}
			else {
				problem(key, "", "write a list of single values");
			}
		}
		return texts;
	}

	Section section(String key) {
		Object value = value(key).orElse(Map.of());
		if (value instanceof Map<?, ?> map) {
			return new Section(name(key), map, this.problems);
		}
		problem(key, "", "write 'key: value' lines below it");
		return new Section(name(key), Map.of(), this.problems);
	}

	List<Section> sections(String key) {
		Object value = value(key).orElse(List.of());
		if (!(value instanceof List<?> list)) {
			problem(key, "", "write a list, each item beginning with '- '");
			return List.of();
		}
		List<Section> sections = new ArrayList<>();
		for (int i = 0; i < list.size(); i++) {
			if (list.get(i) instanceof Map<?, ?> map) {
				sections.add(new Section(name(key) + "[" + i + "]", map, this.problems));
			}
			else {
				problem(key + "[" + i + "]", String.valueOf(list.get(i)), "write 'key: value' pairs");
			}
		}
		return sections;
	}

	/** Reports every unknown key. */
	void refuseOthers() {
		for (Object key : this.values.keySet()) {
			if (!this.asked.contains(String.valueOf(key))) {
				problem(String.valueOf(key), "", "no such key; known here: " + String.join(", ", this.asked));
			}
		}
	}

	void problem(String key, String value, String remedy) {
		this.problems.add(new Problem(name(key), value, remedy));
	}

	private Optional<Object> value(String key) {
		this.asked.add(key);
		return Optional.ofNullable(this.values.get(key));
	}

	private String name(String key) {
		return this.path.isEmpty() ? key : this.path + "." + key;
	}

}
