package org.ssprprefill.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.doctor.Subject;
import org.ssprprefill.feed.PhoneCount;
import org.ssprprefill.ledger.ChangeCount;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.FeedFileRecord;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.RunDocuments.Document;
import org.ssprprefill.plan.Action;
import org.ssprprefill.run.RunRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the report of a run together from what the ledger knows; nothing else is asked.
 */
public final class Assembly {

	private static final int TREND = 30;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Ledger ledger;

	private final RunRecord run;

	/**
	 * Creates an assembly.
	 * @param ledger the ledger
	 * @param run the run to report on
	 */
	public Assembly(Ledger ledger, RunRecord run) {
		this.ledger = ledger;
		this.run = run;
	}

	/**
	 * The report of a run that has come to its end.
	 * @param steps what the steps took
	 * @param finishedAt when it ended
	 * @return the report with the ending its figures call for
	 */
	public RunReport finished(List<StepLine> steps, Instant finishedAt) {
		RunReport draft = draft(RunStatus.DONE, Optional.of(finishedAt), steps);
		CoverageSection coverage = draft.coverage();
		// An undo is expected to leave fewer people who can reset
		boolean belowTarget = !this.run.mode().takesBack() && coverage.target().isPresent() && coverage.population() > 0
				&& coverage.canReset() * 100.0 < coverage.target().getAsDouble() * coverage.population();
		RunStatus ending = RunStatus.of(draft, this.run.refused(), this.run.held(), belowTarget);
		return draft(ending, Optional.of(finishedAt), steps);
	}

	/**
	 * The report of a run that did not come to its end.
	 * @param ending failed, if it may be taken up
	 * @param steps what the steps took so far
	 * @return the report of what is known
	 */
	public RunReport brokenOff(RunStatus ending, List<StepLine> steps) {
		return draft(ending, Optional.empty(), steps);
	}

	private RunReport draft(RunStatus ending, Optional<Instant> finishedAt, List<StepLine> steps) {
		RunSection section = new RunSection(this.run.id(), this.run.job(), RunSection.Mode.of(this.run.mode().word()),
				this.run.tenant(), ProgramVersion.current(), this.run.startedAt(), finishedAt, ending.outcome(),
				ending.exitCode(), this.run.concerns());
		MeasuredSections measured = this.ledger.papers()
			.read(this.run.id(), Document.COVERAGE)
			.map(MeasuredSections::read)
			.orElse(MeasuredSections.NONE);
		List<CheckLine> checks = this.ledger.papers()
			.checks(this.run.id())
			.stream()
			.map(CheckDocument::read)
			.sorted(Comparator.comparing((check) -> check.subject().map(Subject::ordinal).orElse(0)))
			.toList();
		return new RunReport(section, feed(checks), matching(), plan(), outcomes(), measured.licence(),
				measured.coverageWith(trend(measured)), checks,
				TrafficSection.of(this.ledger.papers().traffic(this.run.id())), steps);
	}

	private FeedSection feed(List<CheckLine> checks) {
		List<FeedSection.FeedFile> files = new ArrayList<>();
		int rows = 0;
		int rejected = 0;
		for (FeedFileRecord file : this.ledger.files().of(this.run.id())) {
			files.add(new FeedSection.FeedFile(file.name(), file.sha256(), file.charset(), file.delimiter(),
					(int) file.rows(), (int) (file.rows() - file.rejected()), (int) file.rejected(), disposition(file),
					file.refusedBecause()
						.filter((because) -> file.disposition() != FeedFileRecord.Disposition.LEFT_SUPERSEDED)));
			rows += (int) file.rows();
			rejected += (int) file.rejected();
		}
		boolean stale = checks.stream()
			.anyMatch((check) -> check.id().equals("feed-stale") && check.status().equals("fail"));
		Map<String, PhoneCount> phones = this.ledger.files().phones().of(this.run.id());
		return new FeedSection(files, rows, rows - rejected, rejected, this.ledger.figures().rowProblems(this.run.id()),
				stale, FeedSection.accepted(phones));
	}

	/** What is superseded lies in the archive as well. */
	private static FeedSection.Disposition disposition(FeedFileRecord file) {
		return switch (file.disposition()) {
			case ARCHIVED, SUPERSEDED -> FeedSection.Disposition.ARCHIVED;
			case REFUSED -> FeedSection.Disposition.REFUSED;
			case LEFT, LEFT_SUPERSEDED -> FeedSection.Disposition.LEFT;
		};
	}

	private MatchingSection matching() {
		Map<String, Integer> decisions = this.ledger.figures().decisions(this.run.id());
		return new MatchingSection(decisions.getOrDefault("matched", 0), decisions.getOrDefault("unmatched", 0),
				decisions.getOrDefault("ambiguous", 0), decisions.getOrDefault("protected", 0),
				decisions.getOrDefault("out-of-scope", 0), this.ledger.figures().barriers(this.run.id()));
	}

	private PlanSection plan() {
		Map<MethodKind, Integer> add = new EnumMap<>(MethodKind.class);
		Map<MethodKind, Integer> update = new EnumMap<>(MethodKind.class);
		for (ChangeCount count : this.ledger.figures().changes(this.run.id())) {
			(count.action().equals(Action.ADD.word()) ? add : update).merge(count.kind(), count.amount(), Integer::sum);
		}
		List<PlanSection.LimitLine> limits = this.ledger.papers()
			.read(this.run.id(), Document.LIMITS)
			.map((json) -> JSON.readValue(json, new TypeReference<List<PlanSection.LimitLine>>() {
			}))
			.orElse(List.of());
		return new PlanSection(this.run.planHash(), MethodCounts.of(add), MethodCounts.of(update),
				this.ledger.figures().leftAlone(this.run.id()), this.ledger.figures().peopleToChange(this.run.id()),
				limits);
	}

	private OutcomeSection outcomes() {
		Map<ChangeState, Map<MethodKind, Integer>> outcomes = new EnumMap<>(ChangeState.class);
		Map<OutcomeSection.ErrorLine, Integer> errors = new LinkedHashMap<>();
		for (ChangeCount count : this.ledger.figures().changes(this.run.id())) {
			outcomes.computeIfAbsent(count.state(), (state) -> new EnumMap<>(MethodKind.class))
				.merge(count.kind(), count.amount(), Integer::sum);
			if (count.status() >= 400) {
				errors.merge(new OutcomeSection.ErrorLine(count.status(), count.code(), 0), count.amount(),
						Integer::sum);
			}
		}
		List<OutcomeSection.ErrorLine> lines = errors.entrySet()
			.stream()
			.map((error) -> new OutcomeSection.ErrorLine(error.getKey().status(), error.getKey().code(),
					error.getValue()))
			.toList();
		return new OutcomeSection(count(outcomes, ChangeState.CONFIRMED), count(outcomes, ChangeState.DRIFTED),
				count(outcomes, ChangeState.MISSING), count(outcomes, ChangeState.REJECTED),
				count(outcomes, ChangeState.UNKNOWN), lines);
	}

	private static MethodCounts count(Map<ChangeState, Map<MethodKind, Integer>> outcomes, ChangeState state) {
		return MethodCounts.of(outcomes.getOrDefault(state, Map.of()));
	}

	private List<CoverageSection.TrendPoint> trend(MeasuredSections measured) {
		Map<Instant, CoverageSection.TrendPoint> points = new TreeMap<>();
		this.ledger.reports()
			.trend(this.run.job(), this.run.tenant(), TREND)
			.forEach((point) -> points.put(point.at(),
					new CoverageSection.TrendPoint(point.run(), point.at(), point.percent())));
		if (measured != MeasuredSections.NONE) {
			points.put(this.run.startedAt(),
					new CoverageSection.TrendPoint(this.run.id(), this.run.startedAt(), measured.coverage().percent()));
		}
		return List.copyOf(points.values());
	}

}
