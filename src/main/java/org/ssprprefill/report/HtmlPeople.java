package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The table of those for whom something is to be done. The first page of it is plain
 * HTML, which also print and readers without scripts get; all of it is data, which the
 * script searches, filters, sorts and pages. Lines are written as they come: only the
 * first page is kept, and whom the table names already.
 */
final class HtmlPeople {

	/** What a browser still sorts in a blink; the rest is in people.csv. */
	static final int MOST = 50_000;

	private static final int PAGE = 25;

	private static final String TITLE = "people-title";

	private final HtmlPage page;

	private final Texts texts;

	private final PeopleData data;

	private final List<PeopleRow> first = new ArrayList<>();

	/** A person with several rows is counted once. */
	private final Set<String> people = new HashSet<>();

	private int rows;

	private boolean tooMany;

	HtmlPeople(HtmlPage page, Texts texts) {
		this.page = page;
		this.texts = texts;
		this.data = new PeopleData(page);
	}

	private String say(String key, Object... parts) {
		return this.texts.say("html.people" + key, parts);
	}

	/**
	 * A way to those whom a word concerns. The script makes it lead to the filtered
	 * table; without one it leads to the table.
	 */
	static void link(HtmlPage page, String matter, String text) {
		page.leaf("a", text, "href", "#people", "data-matter", matter);
	}

	void begin() {
		this.page.open("section", "id", "people");
		this.page.leaf("h2", say(""), "id", TITLE, "tabindex", "-1");
		this.page.leaf("p", say(".who"), "class", "note");
	}

	void add(PersonLine line) {
		List<String> matters = AttentionReasons.of(line);
		if (matters.isEmpty() || (!line.objectId().isEmpty() && this.people.contains(line.objectId()))) {
			return;
		}
		if (this.rows == MOST) {
			this.tooMany = true;
			return;
		}
		this.people.add(line.objectId());
		this.rows++;
		add(PeopleRow.of(line, matters, this.texts));
	}

	private void add(PeopleRow row) {
		if (this.rows <= PAGE) {
			this.first.add(row);
			return;
		}
		if (this.rows == PAGE + 1) {
			writeFirst();
		}
		this.data.row(row);
	}

	void end() {
		if (this.rows == 0) {
			this.page.leaf("p", say(".nobody"), "class", "note").close();
			return;
		}
		if (this.rows <= PAGE) {
			writeFirst();
		}
		this.data.end(labels(), words());
		if (this.rows > PAGE) {
			this.page.leaf("p", say(".part", 1, PAGE, this.rows), "class", "note", "id", "people-part");
		}
		if (this.tooMany) {
			this.page.leaf("p", say(".most", MOST), "class", "note");
		}
		this.page.close();
	}

	private void writeFirst() {
		new HtmlPeopleTable(this.page, this.texts).write(TITLE, this.first);
		this.data.begin();
		this.first.forEach(this.data::row);
	}

	/** What each word of the rows is called. */
	private Map<String, String> labels() {
		Map<String, String> labels = new TreeMap<>();
		this.data.matters().forEach((word) -> labels.put(word, this.texts.matter(word)));
		return labels;
	}

	/** What the script says; it puts in the figures itself. */
	private Map<String, String> words() {
		// Sorted, so that the same run gives the same page
		return new TreeMap<>(Map.of("all", this.texts.template("html.people.all"), "one",
				this.texts.template("html.people.one"), "other", this.texts.template("html.people.other"), "found",
				this.texts.template("html.people.found"), "page", this.texts.template("html.people.page"), "none",
				this.texts.template("html.people.none"), "part", this.texts.template("html.people.part"), "row",
				this.texts.template("check.row")));
	}

}
