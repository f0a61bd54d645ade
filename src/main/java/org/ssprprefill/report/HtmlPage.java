package org.ssprprefill.report;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * HTML under construction: every element is closed, and every text and attribute value is
 * escaped, because there is no other way to add one.
 */
final class HtmlPage {

	/** Counts by word, the highest first, equal ones by word. */
	static final Comparator<Map.Entry<String, Integer>> MOST_FIRST = Map.Entry
		.<String, Integer>comparingByValue(Comparator.reverseOrder())
		.thenComparing(Map.Entry.comparingByKey());

	/** Control characters, and those that turn the reading direction of what follows. */
	private static final Pattern DECEPTIVE = Pattern.compile("[\\p{Cc}\u202A-\u202E\u2066-\u2069&&[^\n\t]]");

	private final StringBuilder html = new StringBuilder("<!DOCTYPE html>\n");

	private final Deque<String> opened = new ArrayDeque<>();

	/** Opens an element with attribute names and attribute values in turn. */
	HtmlPage open(String tag, String... attributes) {
		start(tag, attributes);
		this.opened.push(tag);
		return this;
	}

	HtmlPage close() {
		this.html.append("</").append(this.opened.pop()).append(">\n");
		return this;
	}

	HtmlPage text(String text) {
		this.html.append(escape(text));
		return this;
	}

	/** An element that holds nothing but a text. */
	HtmlPage leaf(String tag, String text, String... attributes) {
		return open(tag, attributes).text(text).close();
	}

	/** An element that cannot hold anything, such as {@code meta}. */
	HtmlPage lone(String tag, String... attributes) {
		start(tag, attributes);
		this.html.append('\n');
		return this;
	}

	/** The style sheet, which is our own and must not be escaped. */
	HtmlPage style(String css) {
		this.html.append("<style>").append(css).append("</style>\n");
		return this;
	}

	String text() {
		if (!this.opened.isEmpty()) {
			throw new IllegalStateException("Still open: " + this.opened);
		}
		return this.html.toString();
	}

	static String escape(String text) {
		return DECEPTIVE.matcher(text)
			.replaceAll("\uFFFD")
			.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

	private void start(String tag, String... attributes) {
		this.html.append('<').append(tag);
		for (int i = 0; i < attributes.length; i += 2) {
			this.html.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1])).append('"');
		}
		this.html.append('>');
	}

}
