package org.ssprprefill.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.ssprprefill.run.RunRecord;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Past runs of a job.
 *
 * @param runs the runs, newest first
 */
public record History(List<Entry> runs) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/**
	 * What is told of a past run.
	 * @param run the run
	 * @param report its report, if it came to its end
	 * @return the entry
	 */
	public static Entry entry(RunRecord run, Optional<RunReport> report) {
		return new Entry(run.id(), run.job(), run.mode().word(), run.startedAt(), run.outcome(), run.exitCode(),
				report.map((done) -> done.plan().changes()).orElse(0),
				report.map((done) -> done.outcomes().confirmed().total()).orElse(0),
				report.map((done) -> done.coverage().canReset()).orElse(0),
				report.map((done) -> done.coverage().percent()).orElse(OptionalDouble.empty()));
	}

	/**
	 * Writes the runs as one JSON object.
	 * @return {@code {"runs":[…]}}
	 */
	public String write() {
		return JSON.writeValueAsString(this);
	}

	/**
	 * A past run.
	 *
	 * @param id the run's id
	 * @param job the job's name
	 * @param mode what it was started for
	 * @param startedAt when
	 * @param outcome how it ended; nothing while it may be taken up
	 * @param exitCode its exit code
	 * @param planned how many changes it planned
	 * @param confirmed how many of them were read back as written
	 * @param canReset how many people could reset afterwards
	 * @param percent their share of the population
	 */
	public record Entry(String id, String job, String mode, Instant startedAt, Optional<String> outcome,
			OptionalInt exitCode, int planned, int confirmed, int canReset, OptionalDouble percent) {
	}

}
