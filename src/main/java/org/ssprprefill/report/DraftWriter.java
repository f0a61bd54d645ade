package org.ssprprefill.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.ssprprefill.init.JobDraft;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answer of {@code init} as one JSON object. */
public final class DraftWriter {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/**
	 * Writes a draft.
	 * @param draft the draft
	 * @return {@code {"charset","delimiter","columns":{field:header or headers},"job"}},
	 * where {@code job} is the text of the job file
	 */
	public String write(JobDraft draft) {
		Map<String, Object> columns = new TreeMap<>(draft.headers());
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("charset", draft.excerpt().charset());
		answer.put("delimiter", String.valueOf(draft.excerpt().delimiter()));
		answer.put("columns", columns);
		answer.put("job", draft.text());
		return JSON.writeValueAsString(answer);
	}

}
