package org.ssprprefill.explain;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer about one person.
 *
 * @param person who it is about
 * @param canReset whether the person can reset the password; nothing where it is not
 * known, or the person is not measured
 * @param gap the first thing in the way, by its word; nothing where there is none
 * @param complaints the complaints that apply to this person, by their ids
 * @param steps the reasoning; the first {@code no} is the gap
 * @param remedy what to do, in one sentence
 */
public record Explanation(Person person, Optional<Boolean> canReset, Optional<String> gap, List<String> complaints,
		List<Step> steps, String remedy) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/** Keeps copies of the lists. */
	public Explanation {
		complaints = List.copyOf(complaints);
		steps = List.copyOf(steps);
	}

	/**
	 * Writes the answer as one JSON object.
	 * @return JSON
	 */
	public String write() {
		return JSON.writeValueAsString(this);
	}

	/**
	 * Who an explanation is about.
	 *
	 * @param objectId the object id
	 * @param userPrincipalName the sign-in name
	 */
	public record Person(String objectId, String userPrincipalName) {
	}

}
