package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Text in the Prometheus exposition format, version 0.0.4: families of gauges, each with
 * its help and type before its samples.
 */
final class Exposition {

	private static final String PREFIX = "sspr_prefill_";

	private final StringBuilder text = new StringBuilder();

	private final String job;

	Exposition(String job) {
		this.job = job;
	}

	Exposition gauge(String name, String help, double value) {
		return family(name, help, (samples) -> samples.add(value));
	}

	Exposition family(String name, String help, Consumer<Samples> content) {
		Samples samples = new Samples(PREFIX + name);
		content.accept(samples);
		if (!samples.lines.isEmpty()) {
			this.text.append("# HELP ").append(PREFIX).append(name).append(' ').append(help).append('\n');
			this.text.append("# TYPE ").append(PREFIX).append(name).append(" gauge\n");
			samples.lines.forEach((line) -> this.text.append(line).append('\n'));
		}
		return this;
	}

	String text() {
		return this.text.toString();
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

		private final List<String> lines = new ArrayList<>();

		private Samples(String name) {
			this.name = name;
		}

		/** Adds a sample with label names and label values in turn. */
		Samples add(double value, String... labels) {
			StringBuilder line = new StringBuilder(this.name).append("{job=\"")
				.append(escape(Exposition.this.job))
				.append('"');
			for (int i = 0; i < labels.length; i += 2) {
				line.append(',').append(labels[i]).append("=\"").append(escape(labels[i + 1])).append('"');
			}
			this.lines.add(line.append("} ").append(number(value)).toString());
			return this;
		}

	}

}
