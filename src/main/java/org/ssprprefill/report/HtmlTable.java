package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A table with a caption, a header row, and a header cell for each line. */
final class HtmlTable {

	private final String caption;

	private final List<Column> columns = new ArrayList<>();

	private final List<List<String>> rows = new ArrayList<>();

	/** Rows whose header cell leads to the people they count. */
	private final Map<Integer, String> matters = new HashMap<>();

	HtmlTable(String caption) {
		this.caption = caption;
	}

	HtmlTable words(String... names) {
		return columns(Kind.WORDS, names);
	}

	HtmlTable numbers(String... names) {
		return columns(Kind.NUMBER, names);
	}

	/** A column drawn as bars; its cells are percentages without a sign. */
	HtmlTable bars(String name) {
		return columns(Kind.BAR, name);
	}

	HtmlTable row(String... cells) {
		this.rows.add(List.of(cells));
		return this;
	}

	/** The same, and its first cell leads to the people whom a word concerns. */
	HtmlTable rowOf(String matter, String... cells) {
		this.matters.put(this.rows.size(), matter);
		return row(cells);
	}

	void write(HtmlPage page) {
		if (this.rows.isEmpty()) {
			return;
		}
		page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", this.caption);
		page.open("table", "class", stacks() ? "stacks" : "plain")
			.leaf("caption", this.caption)
			.open("thead")
			.open("tr");
		this.columns.forEach((column) -> page.leaf("th", column.name(), "scope", "col", "class", column.kind().style));
		page.close().close().open("tbody");
		for (int i = 0; i < this.rows.size(); i++) {
			row(page, this.rows.get(i), this.matters.getOrDefault(i, ""));
		}
		page.close().close().close();
	}

	static String share(double part, double whole) {
		return Double.toString((whole > 0) ? Math.round(1000 * part / whole) / 10.0 : 0);
	}

	static String share(OptionalDouble percent) {
		return Double.toString(percent.orElse(0));
	}

	/**
	 * Whether a phone shows each row as a block, because its sentences need the width.
	 */
	private boolean stacks() {
		long words = this.columns.stream().filter((column) -> column.kind() == Kind.WORDS).count();
		return words > 1 && this.columns.size() > 3;
	}

	private HtmlTable columns(Kind kind, String... names) {
		for (String name : names) {
			this.columns.add(new Column(name, kind));
		}
		return this;
	}

	private void row(HtmlPage page, List<String> cells, String matter) {
		page.open("tr");
		for (int i = 0; i < cells.size(); i++) {
			Kind kind = this.columns.get(i).kind();
			if (i == 0) {
				header(page, cells.get(i), matter);
			}
			else if (kind == Kind.BAR) {
				page.open("td", "class", kind.style, "data-label", this.columns.get(i).name());
				HtmlChart.bar(page, cells.get(i));
				page.close();
			}
			else {
				page.leaf("td", cells.get(i), "class", kind.style, "data-label", this.columns.get(i).name());
			}
		}
		page.close();
	}

	private static void header(HtmlPage page, String text, String matter) {
		page.open("th", "scope", "row");
		if (matter.isEmpty()) {
			page.text(text);
		}
		else {
			HtmlPeople.link(page, matter, text);
		}
		page.close();
	}

	/** A column's heading and what its cells hold. */
	private record Column(String name, Kind kind) {
	}

	/** What the cells of a column hold. */
	private enum Kind {

		WORDS("words"), NUMBER("number"), BAR("bars");

		private final String style;

		Kind(String style) {
			this.style = style;
		}

	}

}
