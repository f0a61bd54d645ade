package org.ssprprefill.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.ssprprefill.contact.MethodKind;

/**
 * Writes {@code metrics.prom} for the textfile collector of the Prometheus node exporter:
 * gauges of the last run, each labelled with the job. Times are Unix seconds, ratios lie
 * between 0 and 1.
 */
public final class PrometheusWriter {

	/**
	 * The text of {@code metrics.prom}.
	 * @param report the report
	 * @return the exposition format, version 0.0.4
	 */
	public String write(RunReport report) {
		return exposition(report).text();
	}

	/**
	 * The same gauges, for an exporter.
	 * @param report the report
	 * @return each of them with its labels; none names a person
	 */
	public List<Gauge> gauges(RunReport report) {
		return exposition(report).gauges();
	}

	private Exposition exposition(RunReport report) {
		Exposition page = new Exposition(report.run().job());
		run(page, report.run());
		feed(page, report.feed(), report.matching());
		plan(page, report.plan());
		outcomes(page, report.outcomes());
		coverage(page, report.coverage());
		licence(page, report.licence());
		checks(page, report);
		graph(page, report.graph());
		page.family("step_seconds", "Duration of each step of the last run.",
				(samples) -> report.steps().forEach((step) -> samples.add(step.seconds(), "step", step.name())));
		return page;
	}

	private void run(Exposition page, RunSection run) {
		page.family("run_info", "The last run; the value is always 1.", (samples) -> samples.add(1, "run", run.id(),
				"mode", run.mode().word(), "outcome", run.outcome().word(), "version", run.programVersion()));
		page.gauge("run_exit_code", "Exit code of the last run.", run.exitCode());
		page.gauge("run_started_timestamp_seconds", "Start of the last run.", seconds(run.startedAt()));
		run.finishedAt().ifPresent((end) -> {
			page.gauge("run_finished_timestamp_seconds", "End of the last run.", seconds(end));
			page.gauge("run_duration_seconds", "Duration of the last run.", seconds(end) - seconds(run.startedAt()));
		});
	}

	private void feed(Exposition page, FeedSection feed, MatchingSection matching) {
		page.family("feed_rows", "HR rows of the last run by verdict.",
				(samples) -> samples.add(feed.accepted(), "verdict", "accepted")
					.add(feed.rejected(), "verdict", "rejected"));
		words(page, "feed_problems", "Row problems of the last run.", "problem", feed.problems());
		page.gauge("feed_stale", "Whether the newest HR export is too old.", feed.stale() ? 1 : 0);
		page.family("rows_matched", "Accepted rows of the last run by decision.",
				(samples) -> samples.add(matching.matched(), "decision", "matched")
					.add(matching.unmatched(), "decision", "unmatched")
					.add(matching.ambiguous(), "decision", "ambiguous")
					.add(matching.protectedPeople(), "decision", "protected")
					.add(matching.outOfScope(), "decision", "out-of-scope"));
	}

	private void plan(Exposition page, PlanSection plan) {
		page.family("planned_changes", "Planned changes of the last run.", (samples) -> {
			methods(samples, "action", "add", plan.add());
			methods(samples, "action", "update", plan.update());
		});
		page.family("limit_value", "What the plan has, by limit.",
				(samples) -> plan.limits().forEach((limit) -> samples.add(limit.value(), "limit", limit.name())));
		page.family("limit_allowed", "What the job definition allows, by limit.",
				(samples) -> plan.limits().forEach((limit) -> samples.add(limit.allowed(), "limit", limit.name())));
	}

	private void outcomes(Exposition page, OutcomeSection outcomes) {
		page.family("outcomes", "Changes of the last run by outcome and method.", (samples) -> {
			methods(samples, "outcome", "confirmed", outcomes.confirmed());
			methods(samples, "outcome", "drifted", outcomes.drifted());
			methods(samples, "outcome", "missing", outcomes.missing());
			methods(samples, "outcome", "rejected", outcomes.rejected());
			methods(samples, "outcome", "unknown", outcomes.unknown());
		});
	}

	private void coverage(Exposition page, CoverageSection coverage) {
		page.gauge("coverage_population", "People in scope.", coverage.population());
		page.family("coverage_can_reset", "People who can reset their password.", (samples) -> {
			samples.add(coverage.canReset(), "from", "today");
			byDate(coverage).forEach((date, entry) -> samples.add(entry.canReset(), "from", date.toString()));
		});
		page.family("coverage_ratio", "Share of the people in scope who can reset.", (samples) -> {
			ratio(samples, "today", coverage.percent());
			byDate(coverage).forEach((date, entry) -> ratio(samples, date.toString(), entry.percent()));
		});
		page.family("coverage_lost", "People who lose the reset by an announced ending.", (samples) -> coverage
			.timeline()
			.forEach((entry) -> samples.add(entry.lost(), "from", entry.date().toString(), "for", entry.audience())));
		page.family("coverage_phone_only", "People who depend on a phone alone.",
				(samples) -> samples.add(coverage.phoneOnly().reset(), "use", "reset")
					.add(coverage.phoneOnly().mfa(), "use", "mfa"));
		words(page, "coverage_gaps", "People who cannot reset, by gap.", "gap", coverage.reasons());
	}

	/** What the endings of a day leave; a day has one figure. */
	private static Map<LocalDate, CoverageSection.TimelineEntry> byDate(CoverageSection coverage) {
		Map<LocalDate, CoverageSection.TimelineEntry> entries = new TreeMap<>();
		coverage.timeline().forEach((entry) -> entries.put(entry.date(), entry));
		return entries;
	}

	private void licence(Exposition page, LicenceSection licence) {
		page.family("licences", "People in scope by licence for a reset.",
				(samples) -> samples.add(licence.entitled(), "entitled", "yes")
					.add(licence.notEntitled(), "entitled", "no"));
		page.gauge("licence_seats_short", "Seats missing to license everybody.", licence.seatsShort());
	}

	private void checks(Exposition page, RunReport report) {
		Map<String, Integer> counts = new TreeMap<>();
		report.checks().forEach((check) -> counts.merge(check.status(), 1, Integer::sum));
		words(page, "checks", "Checks of the last run by status.", "status", counts);
	}

	private void graph(Exposition page, TrafficSection graph) {
		page.gauge("graph_requests", "Requests to Microsoft Graph, items of JSON batches included.", graph.requests());
		page.gauge("graph_round_trips", "HTTP exchanges with Microsoft Graph.", graph.roundTrips());
		page.gauge("graph_writes", "Writes among the requests.", graph.writes());
		page.gauge("graph_throttled", "Answers that asked to wait.", graph.throttled());
		page.gauge("graph_retried", "Requests that were sent again.", graph.retried());
		page.gauge("graph_waited_seconds", "Time spent waiting because Graph asked for it.", graph.waitedSeconds());
	}

	private static void words(Exposition page, String name, String help, String label, Map<String, Integer> counts) {
		page.family(name, help,
				(samples) -> new TreeMap<>(counts).forEach((word, count) -> samples.add(count, label, word)));
	}

	private static void methods(Exposition.Samples samples, String label, String word, MethodCounts counts) {
		for (MethodKind kind : MethodKind.values()) {
			samples.add(counts.of(kind), label, word, "method", kind.word());
		}
	}

	private static void ratio(Exposition.Samples samples, String from, OptionalDouble percent) {
		percent.ifPresent((value) -> samples.add(value / 100, "from", from));
	}

	private static double seconds(Instant at) {
		return at.toEpochMilli() / 1000.0;
	}

	/**
	 * One figure of a run.
	 *
	 * @param name for example {@code sspr_prefill_feed_rows}
	 * @param help what it counts
	 * @param value its value
	 * @param labels what tells it from others of that name, the job first
	 */
	public record Gauge(String name, String help, double value, Map<String, String> labels) {

		/** Keeps its own copy, in the same order. */
		public Gauge {
			labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
		}

	}

}
