package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.ssprprefill.report.PrometheusWriter.Gauge;

/**
 * Families of gauges; as text in the Prometheus exposition format, version 0.0.4, each
 * with its help and type before its samples.
 */
final class Exposition {

	static final String PREFIX = "sspr_prefill_";

	/** Prometheus renames a label {@code job}, which is its own. */
	private static final String JOB = "sspr_job";

	private final List<Gauge> gauges = new ArrayList<>();

	private final String job;

	Exposition(String job) {
		this.job = job;
	}

	Exposition gauge(String name, String help, double value) {
		return family(name, help, (samples) -> samples.add(value));
	}

	Exposition family(String name, String help, Consumer<Samples> content) {
		content.accept(new Samples(PREFIX + name, help));
		return this;
	}

	List<Gauge> gauges() {
		return List.copyOf(this.gauges);
	}

	String text() {
		StringBuilder text = new StringBuilder();
		String family = "";
		for (Gauge gauge : this.gauges) {
			if (!gauge.name().equals(family)) {
				family = gauge.name();
				text.append("# HELP ").append(family).append(' ').append(gauge.help()).append('\n');
				text.append("# TYPE ").append(family).append(" gauge\n");
			}
			text.append(family).append(labels(gauge.labels())).append(' ').append(number(gauge.value())).append('\n');
		}
		return text.toString();
	}

	private static String labels(Map<String, String> labels) {
		return labels.entrySet()
			.stream()
			.map((label) -> label.getKey() + "=\"" + escape(label.getValue()) + "\"")
			.collect(Collectors.joining(",", "{", "}"));
	}

	static String escape(String label) {
		return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
	}

	private static String number(double value) {
		return (value == Math.rint(value) && Math.abs(value) < 1e15) ? Long.toString((long) value)
				: Double.toString(value);
	}

	/** The samples of one family. */
	final class Samples {

		private final String name;

		private final String help;

		private Samples(String name, String help) {
			this.name = name;
			this.help = help;
		}

		/** Adds a sample with label names and label values in turn. */
		Samples add(double value, String... labels) {
			Map<String, String> named = new LinkedHashMap<>(Map.of(JOB, Exposition.this.job));
			for (int i = 0; i < labels.length; i += 2) {
				named.put(labels[i], labels[i + 1]);
			}
			Exposition.this.gauges.add(new Gauge(this.name, this.help, value, named));
			return this;
		}

	}

}
