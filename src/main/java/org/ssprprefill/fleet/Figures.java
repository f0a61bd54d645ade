package org.ssprprefill.fleet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.ssprprefill.report.CheckLine;
import org.ssprprefill.report.RunReport;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the fleet keeps of a tenant's report: counts, and nothing about people.
 *
 * @param population people in scope
 * @param canReset those who can reset
 * @param percent the same in percent
 * @param rows rows of HR's files
 * @param rejectedRows rows with nothing usable
 * @param planned changes that were planned
 * @param confirmed changes that were read back as written
 * @param notConfirmed changes that were not
 * @param rejected changes that Graph refused
 * @param consent whether the tenant has consented to the app; nothing if it was not asked
 * @param endings coverage after each announced ending
 */
public record Figures(int population, int canReset, OptionalDouble percent, int rows, int rejectedRows, int planned,
		int confirmed, int notConfirmed, int rejected, Optional<Boolean> consent, List<After> endings) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Keeps its own copy of the list. */
	public Figures {
		endings = List.copyOf(endings);
	}

	/**
	 * Coverage after an announced ending.
	 *
	 * @param date the day from which it holds
	 * @param canReset people who can still reset then
	 * @param percent the same in percent
	 */
	public record After(LocalDate date, int canReset, OptionalDouble percent) {
	}

	/**
	 * Takes the counts out of a report.
	 * @param report the report of a night
	 * @return the figures
	 */
	public static Figures of(RunReport report) {
		return new Figures(report.coverage().population(), report.coverage().canReset(), report.coverage().percent(),
				report.feed().rows(), report.feed().rejected(), report.plan().changes(),
				report.outcomes().confirmed().total(),
				report.outcomes().drifted().total() + report.outcomes().missing().total()
						+ report.outcomes().unknown().total(),
				report.outcomes().rejected().total(), consent(report.checks()),
				report.coverage()
					.timeline()
					.stream()
					.map((entry) -> new After(entry.date(), entry.canReset(), entry.percent()))
					.toList());
	}

	private static Optional<Boolean> consent(List<CheckLine> checks) {
		return checks.stream()
			.filter((check) -> check.id().equals("consent"))
			.findFirst()
			.filter((check) -> check.skippedBecause().isEmpty())
			.map((check) -> check.status().equals("pass"));
	}

	/** Several endings of one day leave as many people as the last of them. */
	Collection<After> lastOfEachDay() {
		Map<LocalDate, After> days = new TreeMap<>();
		this.endings.forEach((after) -> days.merge(after.date(), after,
				(one, other) -> (one.canReset() <= other.canReset()) ? one : other));
		return days.values();
	}

	/**
	 * Writes the figures for the fleet's table.
	 * @return a JSON object
	 */
	public String write() {
		return JSON.writeValueAsString(this);
	}

	static Optional<Figures> read(Optional<String> json) {
		return json.map((text) -> JSON.readValue(text, Figures.class));
	}

}
