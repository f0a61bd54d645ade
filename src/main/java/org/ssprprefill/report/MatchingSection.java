package org.ssprprefill.report;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whom the accepted rows belong to.
 *
 * @param matched rows with exactly one person who may be written to
 * @param unmatched rows without a person
 * @param ambiguous rows with more than one
 * @param protectedPeople rows of people who are never written to
 * @param outOfScope rows of people outside the population
 * @param reasons how often each reason protected or excluded a person, by stable word
 */
public record MatchingSection(int matched, int unmatched, int ambiguous, @JsonProperty("protected") int protectedPeople,
		int outOfScope, Map<String, Integer> reasons) {

	/** Nothing was matched. */
	public static final MatchingSection NONE = new MatchingSection(0, 0, 0, 0, 0, Map.of());

	/** Keeps a copy of the counts. */
	public MatchingSection {
		reasons = Map.copyOf(reasons);
	}

}
