package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.List;

import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.RowProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Row problems as a JSON array of pairs; a third element marks another column's kind of
 * data, a fourth says how many values were found in the cell, a fifth is its detail.
 */
final class RowProblems {

	private static final JsonMapper JSON = JsonMapper.shared();

	private RowProblems() {
	}

	static String toJson(List<HrRow.Problem> problems) {
		ArrayNode array = JSON.createArrayNode();
		problems.forEach((problem) -> {
			ArrayNode pair = array.addArray().add(problem.column()).add(problem.problem().word());
			boolean detailed = !problem.detail().isEmpty();
			if (problem.foreign() || problem.found() > 1 || detailed) {
				pair.add(problem.foreign());
			}
			if (problem.found() > 1 || detailed) {
				pair.add(problem.found());
			}
			if (detailed) {
				pair.add(problem.detail());
			}
		});
		return array.toString();
	}

	static List<HrRow.Problem> fromJson(String json) {
		List<HrRow.Problem> problems = new ArrayList<>();
		for (JsonNode pair : JSON.readTree(json)) {
			problems.add(new HrRow.Problem(pair.get(0).asString(), RowProblem.of(pair.get(1).asString()),
					pair.path(2).asBoolean(false), pair.path(3).asInt(1), pair.path(4).asString("")));
		}
		return problems;
	}

}
