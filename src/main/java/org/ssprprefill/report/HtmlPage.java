package org.ssprprefill.report;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * HTML on its way to a file: every element is closed, and every text and attribute value
 * is escaped, because there is no other way to add one.
 */
final class HtmlPage {

	/** Counts by word, the highest first, equal ones by word. */
	static final Comparator<Map.Entry<String, Integer>> MOST_FIRST = Map.Entry
		.<String, Integer>comparingByValue(Comparator.reverseOrder())
		.thenComparing(Map.Entry.comparingByKey());

	/** Control characters, and those that turn the reading direction of what follows. */
	private static final Pattern DECEPTIVE = Pattern.compile("[\\p{Cc}\u202A-\u202E\u2066-\u2069&&[^\n\t]]");

	private final Consumer<String> file;

	private final Deque<String> opened = new ArrayDeque<>();

	/** Begins a page that goes where it is told, piece by piece. */
	HtmlPage(Consumer<String> file) {
		this.file = file;
		file.accept("<!DOCTYPE html>\n");
	}

	/** Opens an element with attribute names and attribute values in turn. */
	HtmlPage open(String tag, String... attributes) {
		start(tag, attributes);
		this.opened.push(tag);
		return this;
	}

	HtmlPage close() {
		this.file.accept("</" + this.opened.pop() + ">\n");
		return this;
	}

	HtmlPage text(String text) {
		this.file.accept(escape(text));
		return this;
	}

	/** An element that holds nothing but a text. */
	HtmlPage leaf(String tag, String text, String... attributes) {
		return open(tag, attributes).text(text).close();
	}

	/** An element that cannot hold anything, such as {@code meta}. */
	HtmlPage lone(String tag, String... attributes) {
		start(tag, attributes);
		this.file.accept("\n");
		return this;
	}

	/** A style sheet or script, which is our own and must not be escaped. */
	HtmlPage own(String tag, HtmlAsset asset) {
		this.file.accept("<" + tag + ">" + asset.text() + "</" + tag + ">\n");
		return this;
	}

	/** A piece of JSON inside a script element, in which nothing can end that element. */
	HtmlPage json(String json) {
		this.file.accept(json.replace("&", "\\u0026")
			.replace("<", "\\u003C")
			.replace(">", "\\u003E")
			.replace("\u2028", "\\u2028")
			.replace("\u2029", "\\u2029"));
		return this;
	}

	/** The page is complete. */
	void end() {
		if (!this.opened.isEmpty()) {
			throw new IllegalStateException("Still open: " + this.opened);
		}
	}

	/** A text without what would deceive its reader. */
	static String harmless(String text) {
		return DECEPTIVE.matcher(text).replaceAll("\uFFFD");
	}

	static String escape(String text) {
		return harmless(text).replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

	private void start(String tag, String... attributes) {
		StringBuilder start = new StringBuilder("<").append(tag);
		for (int i = 0; i < attributes.length; i += 2) {
			start.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1])).append('"');
		}
		this.file.accept(start.append('>').toString());
	}

}
