package org.ssprprefill.report;

import java.util.List;

/**
 * The first page of the people, as plain HTML, and the controls that the script shows.
 */
final class HtmlPeopleTable {

	/** A row that fits no user has no name, but a header cell must say something. */
	private static final String NO_NAME = "–";

	private final HtmlPage page;

	private final Texts texts;

	HtmlPeopleTable(HtmlPage page, Texts texts) {
		this.page = page;
		this.texts = texts;
	}

	private String say(String key) {
		return this.texts.say("html.people" + key);
	}

	void write(String title, List<PeopleRow> rows) {
		tools();
		pager();
		this.page.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", title);
		this.page.open("table", "class", "stacks people", "id", "people-table", "aria-labelledby", title);
		this.page.open("thead").open("tr");
		column("name", ".name");
		column("id", ".employee-id");
		column("group", ".group");
		column("why", ".why");
		column("row", ".row");
		this.page.close().close().open("tbody");
		rows.forEach(this::row);
		this.page.close().close().close();
	}

	private void tools() {
		this.page.open("div", "class", "tools", "role", "search", "aria-labelledby", "people-title", "hidden", "");
		this.page.open("p").leaf("label", say(".search"), "for", "people-q");
		this.page.lone("input", "type", "search", "id", "people-q", "autocomplete", "off", "spellcheck", "false");
		this.page.close();
		this.page.open("p").leaf("label", say(".filter"), "for", "people-gap");
		this.page.open("select", "id", "people-gap").close();
		this.page.close().close();
	}

	private void pager() {
		this.page.open("div", "class", "pager", "hidden", "");
		this.page.leaf("p", "", "role", "status", "id", "people-count");
		this.page.open("nav", "aria-label", say(".pages"));
		for (String to : List.of("first", "previous", "following", "last")) {
			this.page.leaf("button", say(".pages." + to), "type", "button", "data-to", to);
		}
		this.page.close().close();
	}

	private void column(String key, String name) {
		this.page.leaf("th", say(name), "scope", "col", "data-sort", key);
	}

	private void row(PeopleRow row) {
		this.page.open("tr");
		name(row.name());
		cell(row.employeeId(), ".employee-id");
		cell(row.group(), ".group");
		this.page.open("td", "class", "why", "data-label", say(".why")).open("span");
		this.page.leaf("strong", row.why(this.texts)).text(" " + row.remedy()).close().close();
		cell(row.place(this.texts), ".row");
		this.page.close();
	}

	/** A long name is best broken before its domain. */
	private void name(String name) {
		int domain = Math.max(0, name.lastIndexOf('@'));
		this.page.open("th", "scope", "row", "data-label", say(".name"));
		if (domain == 0) {
			this.page.text(name.isEmpty() ? NO_NAME : name);
		}
		else {
			this.page.text(name.substring(0, domain)).leaf("span", name.substring(domain), "class", "domain");
		}
		this.page.close();
	}

	private void cell(String text, String label) {
		this.page.leaf("td", text, "data-label", say(label));
	}

}
