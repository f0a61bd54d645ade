package org.ssprprefill.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.ssprprefill.report.RunSection.Mode;
import org.ssprprefill.report.RunSection.Outcome;

/** The last words of a run on standard error. */
public final class Closing {

	private static final int ERRANDS = 6;

	private final RunReport report;

	private final Texts texts;

	private final List<String> lines = new ArrayList<>();

	private Closing(RunReport report, Texts texts) {
		this.report = report;
		this.texts = texts;
	}

	/**
	 * What happened, what needs a person, what to do next, and where the report is.
	 * @param report the run's report
	 * @param place where the report is, see {@link ReportSettings#place}
	 * @param language the language of whoever reads it
	 * @return at most twelve lines
	 */
	public static List<String> lines(RunReport report, Path place, Language language) {
		Closing closing = new Closing(ToldReport.in(language, report), Texts.in(language));
		closing.write(place);
		return List.copyOf(closing.lines);
	}

	private void write(Path place) {
		this.lines.add(Verdict.of(this.report, this.texts));
		if (this.report.coverage().percent().isPresent()) {
			coverage(this.report.coverage());
		}
		else if (this.report.coverage().population() > 0) {
			say("closing.not-measurable");
		}
		errands();
		say("closing.report", place.toString());
		next();
	}

	private void say(String key, Object... parts) {
		this.lines.add(this.texts.say(key, parts));
	}

	private void coverage(CoverageSection coverage) {
		int unknown = coverage.reasons().getOrDefault("not-measurable", 0);
		String percent = this.texts.figures().percent(coverage.percent());
		String later = coverage.endOfPhones()
			.map((end) -> this.texts.say("closing.coverage.later", this.texts.figures().ending(end),
					this.texts.figures().percent(end.percent())))
			.orElse("");
		if (unknown == 0) {
			say("closing.coverage", coverage.canReset(), coverage.population(), percent, later);
		}
		else {
			say("closing.coverage.unknown", coverage.canReset(), coverage.population(), percent, later, unknown);
		}
	}

	private void errands() {
		List<Errand> errands = Attention.of(this.report, this.texts);
		if (errands.isEmpty()) {
			say("closing.nobody");
			return;
		}
		say("closing.needed");
		errands.stream().limit(ERRANDS).map(this::line).forEach(this.lines::add);
		if (errands.size() > ERRANDS) {
			this.lines.add("  " + this.texts.say("closing.more", errands.size() - ERRANDS));
		}
	}

	/** A refused run did nothing else, so there is room for the remedies. */
	private String line(Errand errand) {
		String line = "  " + this.texts.owner(errand.owner()) + ": " + errand.what();
		return (this.report.run().outcome() == Outcome.REFUSED) ? (line + " " + errand.next()).stripTrailing() : line;
	}

	private void next() {
		RunSection run = this.report.run();
		switch (run.exitCode()) {
			case 1 -> say("closing.next.again");
			case 3 -> say("closing.next.review", Verdict.release(run));
			case 7 -> say("closing.next.mend");
			default -> {
				if (Verdict.isRehearsedUndo(this.report)) {
					say("closing.next.review", "sspr-prefill undo " + run.planId());
				}
				if (run.mode() == Mode.PLAN && this.report.plan().changes() > 0) {
					say("closing.next.review", "sspr-prefill apply " + run.planId());
				}
			}
		}
	}

}
