package org.ssprprefill.report;

import java.util.Optional;
import java.util.stream.Collectors;

import org.ssprprefill.doctor.Check;
import org.ssprprefill.report.PlanSection.LimitLine;
import org.ssprprefill.report.RunSection.Mode;

/** What happened, in one or two sentences. */
final class Headline {

	private final RunReport report;

	private final Texts texts;

	private Headline(RunReport report, Texts texts) {
		this.report = report;
		this.texts = texts;
	}

	static String of(RunReport report, Texts texts) {
		return new Headline(report, texts).sentence();
	}

	private String sentence() {
		return switch (this.report.run().exitCode()) {
			case 1 -> this.texts.say("verdict.failed");
			case 3 -> this.texts.say("verdict.held", limits(), written());
			case 4 -> rejected(rejections());
			case 5 -> this.texts.say("verdict.not-confirmed", readBack());
			case 7 -> this.texts.say("verdict.refused", refusal(), written());
			case 8 -> belowTarget(this.report.coverage());
			default -> quiet();
		};
	}

	private String belowTarget(CoverageSection coverage) {
		String target = this.texts.figures().percent(coverage.target());
		if (coverage.percent().isEmpty()) {
			return this.texts.say("verdict.below-target.unknown", target);
		}
		// The report's percentage is rounded, maybe up to the very target
		double exactly = 100.0 * coverage.canReset() / coverage.population();
		return this.texts.say("verdict.below-target",
				this.texts.figures().percent(exactly, coverage.target().orElse(Double.NaN)), target);
	}

	static String release(RunSection run) {
		return "sspr-prefill apply " + run.planId() + " --over-limit";
	}

	private String limits() {
		String exceeded = this.report.plan()
			.limits()
			.stream()
			.filter(LimitLine::exceeded)
			.map(this::limit)
			.collect(Collectors.joining("; "));
		return exceeded.isEmpty() ? this.texts.say("verdict.limit.columns") : exceeded;
	}

	/** For example "812 changes, 500 allowed". */
	private String limit(LimitLine limit) {
		Figures figures = this.texts.figures();
		boolean percent = limit.name().endsWith("-percent");
		return this.texts.say("verdict.limit." + limit.name(),
				percent ? figures.percent(limit.value(), limit.allowed()) : figures.decimal(limit.value()),
				percent ? figures.percent(limit.allowed()) : figures.decimal(limit.allowed()));
	}

	/** A plan is no more than that, and says first what it would do. */
	private String rejected(String rejections) {
		PlanSection plan = this.report.plan();
		return (this.report.run().mode() == Mode.PLAN)
				? this.texts.say("verdict.plan.rejected", plan.changes(), plan.people(), rejections)
				: this.texts.say("verdict.rejected", rejections);
	}

	/** A file weighs more than a row: nothing of it was taken. */
	private String rejections() {
		long files = this.report.feed().refused();
		Optional<String> rest = rowsAndChanges();
		if (files == 0) {
			return rest.orElseGet(() -> this.texts
				.say(this.report.feed().stale() ? "verdict.rejected.stale" : "verdict.rejected.not-everything"));
		}
		String refused = this.texts.say("verdict.rejected.files", files);
		return rest.map((more) -> refused + ", " + more).orElse(refused);
	}

	private Optional<String> rowsAndChanges() {
		int rows = this.report.feed().rejected();
		int changes = this.report.outcomes().rejected().total();
		if (rows > 0 && changes > 0) {
			return Optional.of(this.texts.say("verdict.rejected.both", rows, changes));
		}
		if (changes > 0) {
			return Optional.of(this.texts.say("verdict.rejected.changes", changes));
		}
		return (rows > 0) ? Optional.of(this.texts.say("verdict.rejected.rows", rows)) : Optional.empty();
	}

	private String readBack() {
		OutcomeSection outcomes = this.report.outcomes();
		int vanished = outcomes.missing().total() + outcomes.drifted().total();
		int unread = outcomes.unknown().total();
		if (vanished == 0 && unread > 0) {
			return this.texts.say("verdict.not-confirmed.unread", unread);
		}
		return (unread == 0) ? this.texts.say("verdict.not-confirmed.vanished", vanished)
				: this.texts.say("verdict.not-confirmed.both", vanished, unread);
	}

	private String refusal() {
		return this.report.checks()
			.stream()
			.filter((check) -> check.is(Check.Status.FAIL))
			.findFirst()
			.map((check) -> this.texts.say("verdict.refused.check", this.texts.title(check)))
			.orElseGet(() -> this.texts.say("verdict.refused.feed"));
	}

	/** A run that was interrupted while it wrote may be stopped when it is taken up. */
	private String written() {
		return this.texts
			.say((this.report.outcomes().total() == 0) ? "verdict.nothing-written" : "verdict.nothing-more-written");
	}

	private String quiet() {
		Mode mode = this.report.run().mode();
		if (mode == Mode.UNDO) {
			return takenBack();
		}
		int confirmed = this.report.outcomes().confirmed().total();
		int planned = this.report.plan().changes();
		if (mode == Mode.PLAN) {
			return (planned == 0) ? this.texts.say("verdict.plan.empty")
					: this.texts.say("verdict.plan.ready", planned, this.report.plan().people());
		}
		if (mode == Mode.VERIFY) {
			return this.texts.say("verdict.measured");
		}
		if (confirmed == 0) {
			return this.texts.say("verdict.nothing-to-write");
		}
		return this.texts.say("verdict.registered", confirmed);
	}

	/** Every change of an undo that was not rehearsed has an outcome. */
	static boolean isRehearsedUndo(RunReport report) {
		return report.run().mode() == Mode.UNDO && report.plan().changes() > 0 && report.outcomes().total() == 0;
	}

	private String takenBack() {
		int planned = this.report.plan().changes();
		if (planned == 0) {
			return this.texts.say("verdict.undo.nothing", left());
		}
		return isRehearsedUndo(this.report)
				? this.texts.say("verdict.undo.would", planned, this.report.plan().people(), left())
				: this.texts.say("verdict.taken-back", this.report.outcomes().confirmed().total(), left());
	}

	private String left() {
		int methods = this.report.plan().none().values().stream().mapToInt(Integer::intValue).sum();
		MatchingSection matching = this.report.matching();
		int people = matching.protectedPeople() + matching.outOfScope() + matching.unmatched();
		return ((methods == 0) ? "" : this.texts.say("verdict.undo.changed", methods))
				+ ((people == 0) ? "" : this.texts.say("verdict.undo.barred", people));
	}

}
