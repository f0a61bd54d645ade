package org.ssprprefill.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.ssprprefill.report.ReportSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code doctor --json} answered, by check. */
final class Answers {

	private final Map<String, JsonNode> byId = new LinkedHashMap<>();

	private Answers() {
	}

	static Answers of(Outcome outcome) {
		ReportSchema.assertValidChecks(outcome.out());
		Answers answers = new Answers();
		JsonMapper.shared()
			.readTree(outcome.out())
			.get("checks")
			.forEach((check) -> answers.byId.put(check.get("id").asString(), check));
		return answers;
	}

	/** For example {@code fail}. */
	String status(String id) {
		return text(id, "status");
	}

	/** One of a check's texts, or nothing where it is null. */
	String text(String id, String name) {
		JsonNode check = this.byId.get(id);
		if (check == null) {
			throw new AssertionError("There is no check " + id + " among " + this.byId.keySet());
		}
		return check.get(name).asString("");
	}

	/** The new status of each check that answers otherwise than before. */
	Map<String, String> since(Answers before) {
		Map<String, String> changed = new TreeMap<>();
		this.byId.keySet().forEach((id) -> {
			if (!before.status(id).equals(status(id))) {
				changed.put(id, status(id));
			}
		});
		return changed;
	}

	/** All that one check says. */
	String words(String id) {
		return text(id, "detail") + " " + text(id, "remedy");
	}

}
