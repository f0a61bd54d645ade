package org.ssprprefill.report;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Everything a run has to say except who the people are; the one object behind
 * {@code report.json}, {@code report.html}, {@code metrics.prom} and the closing words.
 * Its shape is {@code report.schema.json}, member by member.
 *
 * @param run which run, and how it ended
 * @param feed what HR delivered
 * @param matching whom the rows belong to
 * @param plan what was to be changed
 * @param outcomes what became of it
 * @param licence who is licensed for a reset
 * @param coverage who can reset
 * @param checks what was asked of tenant, feed and ledger
 * @param graph what the run cost the tenant
 * @param steps where the time went
 */
@JsonPropertyOrder("schemaVersion")
@JsonIgnoreProperties(value = "schemaVersion", allowGetters = true)
public record RunReport(RunSection run, FeedSection feed, MatchingSection matching, PlanSection plan,
		OutcomeSection outcomes, LicenceSection licence, CoverageSection coverage, List<CheckLine> checks,
		TrafficSection graph, List<StepLine> steps) {

	/** The version of the schema that this shape follows. */
	public static final int SCHEMA_VERSION = 2;

	/** Keeps copies of the lists. */
	public RunReport {
		checks = List.copyOf(checks);
		steps = List.copyOf(steps);
	}

	/**
	 * The report of a run that ended before anything was known.
	 * @param run which run, and how it ended
	 * @return a report whose other sections say nothing
	 */
	public static RunReport empty(RunSection run) {
		return new RunReport(run, FeedSection.NONE, MatchingSection.NONE, PlanSection.NONE, OutcomeSection.NONE,
				LicenceSection.NONE, CoverageSection.NONE, List.of(), TrafficSection.NONE, List.of());
	}

	/**
	 * The version of the schema that this report follows.
	 * @return always {@link #SCHEMA_VERSION}
	 */
	@JsonProperty("schemaVersion")
	public int schemaVersion() {
		return SCHEMA_VERSION;
	}

}
