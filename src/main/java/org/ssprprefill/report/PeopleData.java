package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.json.JsonMapper;

/**
 * The people as the script reads them, each text once: a row is
 * {@code [name, employee id, group, matters, remedy, file, line]}, where all but the
 * first two and the line are places in the lists that follow the rows.
 */
final class PeopleData {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HtmlPage page;

	private final Map<String, Integer> texts = new LinkedHashMap<>();

	private final Map<List<String>, Integer> matters = new LinkedHashMap<>();

	private boolean empty = true;

	PeopleData(HtmlPage page) {
		this.page = page;
	}

	void begin() {
		this.page.open("script", "type", "application/json", "id", "people-data").json("{\"rows\":[\n");
	}

	void row(PeopleRow row) {
		List<Object> cells = new ArrayList<>(List.of(HtmlPage.harmless(row.name()), HtmlPage.harmless(row.employeeId()),
				text(row.group()), place(this.matters, row.matters()), text(row.remedy()), text(row.file())));
		row.line().ifPresent(cells::add);
		this.page.json((this.empty ? "" : ",\n") + JSON.writeValueAsString(cells));
		this.empty = false;
	}

	/** Every word that a row has. */
	Set<String> matters() {
		Set<String> words = new TreeSet<>();
		this.matters.keySet().forEach(words::addAll);
		return words;
	}

	/**
	 * Closes the data with the texts of the rows, what the words are called, and what the
	 * script says.
	 */
	void end(Map<String, String> labels, Map<String, String> words) {
		list("texts", List.copyOf(this.texts.keySet()));
		list("matters", List.copyOf(this.matters.keySet()));
		this.page.json(",\"labels\":" + JSON.writeValueAsString(labels));
		this.page.json(",\"words\":" + JSON.writeValueAsString(words) + "}\n");
		this.page.close();
	}

	private void list(String name, List<?> values) {
		this.page.json((name.equals("texts") ? "\n]" : "") + ",\"" + name + "\":" + JSON.writeValueAsString(values));
	}

	private int text(String text) {
		return place(this.texts, HtmlPage.harmless(text));
	}

	private static <K> int place(Map<K, Integer> places, K key) {
		places.putIfAbsent(key, places.size());
		return places.getOrDefault(key, 0);
	}

}
