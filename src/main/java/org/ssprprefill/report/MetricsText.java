package org.ssprprefill.report;

/** Gauges in the Prometheus exposition format, version 0.0.4, under one common label. */
public final class MetricsText {

	private final StringBuilder text = new StringBuilder();

	private final String common;

	private String name = "";

	/**
	 * Begins an empty file.
	 * @param label the name of the label that every sample carries
	 * @param value its value
	 */
	public MetricsText(String label, String value) {
		this.common = pair(label, value);
	}

	/**
	 * Begins a family.
	 * @param family its name without the program's prefix
	 * @param help what it counts
	 */
	public void family(String family, String help) {
		this.name = Exposition.PREFIX + family;
		this.text.append("# HELP ").append(this.name).append(' ').append(help).append('\n');
		this.text.append("# TYPE ").append(this.name).append(" gauge\n");
	}

	/**
	 * Adds a sample to the family.
	 * @param value the value
	 * @param labels label names and label values in turn
	 */
	public void sample(long value, String... labels) {
		this.text.append(this.name).append('{').append(this.common);
		for (int i = 0; i < labels.length; i += 2) {
			this.text.append(',').append(pair(labels[i], labels[i + 1]));
		}
		this.text.append("} ").append(value).append('\n');
	}

	private static String pair(String label, String value) {
		return label + "=\"" + Exposition.escape(value) + '"';
	}

	/**
	 * The whole file.
	 * @return text that ends with a line break
	 */
	public String text() {
		return this.text.toString();
	}

}
