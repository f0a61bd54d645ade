package org.ssprprefill.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people of a page, as its script reads them. */
public final class PeopleOfPage {

	private static final Pattern DATA = Pattern
		.compile("(?s)<script type=\"application/json\" id=\"people-data\">(.*?)</script>");

	private PeopleOfPage() {
	}

	/**
	 * How many rows each word has.
	 * @param html the page
	 * @return counts by stable word
	 */
	public static Map<String, Integer> read(String html) {
		Map<String, Integer> counts = new TreeMap<>();
		Matcher data = DATA.matcher(html);
		if (data.find()) {
			JsonNode people = JsonMapper.shared().readTree(data.group(1));
			people.get("rows")
				.forEach((row) -> people.get("matters")
					.get(row.get(3).asInt())
					.forEach((word) -> counts.merge(word.asString(), 1, Integer::sum)));
		}
		return counts;
	}

}
