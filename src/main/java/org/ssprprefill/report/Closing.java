package org.ssprprefill.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.ssprprefill.report.RunSection.Mode;
import org.ssprprefill.report.RunSection.Outcome;

/** The last words of a run on standard error. */
public final class Closing {

	private static final int ERRANDS = 6;

	private Closing() {
	}

	/**
	 * What happened, what needs a person, what to do next, and where the report is.
	 * @param report the run's report
	 * @param directory the run's report folder
	 * @return at most twelve lines
	 */
	public static List<String> lines(RunReport report, Path directory) {
		List<String> lines = new ArrayList<>();
		lines.add(Verdict.of(report));
		OptionalDouble percent = report.coverage().percent();
		if (percent.isPresent()) {
			lines.add(coverage(report.coverage()));
		}
		errands(report, lines);
		lines.add("Report: " + directory.resolve(ReportFolder.REPORT_HTML));
		next(report, lines);
		return List.copyOf(lines);
	}

	private static String coverage(CoverageSection coverage) {
		return "Coverage: " + Figures.count(coverage.canReset()) + " of "
				+ Figures.count(coverage.population(), "person", "people") + " can reset ("
				+ Figures.percent(coverage.percent()) + ")" + unknown(coverage) + "; from February 2027 "
				+ Figures.percent(coverage.fromFebruary2027().percent()) + ".";
	}

	private static String unknown(CoverageSection coverage) {
		int people = coverage.reasons().getOrDefault("not-measurable", 0);
		return (people == 0) ? "" : ", for " + Figures.count(people) + " it is not known";
	}

	private static void errands(RunReport report, List<String> lines) {
		List<Errand> errands = Attention.of(report);
		if (errands.isEmpty()) {
			lines.add("Nobody needs to look.");
			return;
		}
		lines.add("Needs a person:");
		errands.stream().limit(ERRANDS).map((errand) -> line(errand, report.run())).forEach(lines::add);
		if (errands.size() > ERRANDS) {
			lines.add("  … and " + Figures.count(errands.size() - ERRANDS) + " more in the report.");
		}
	}

	/** A refused run did nothing else, so there is room for the remedies. */
	private static String line(Errand errand, RunSection run) {
		String line = "  " + errand.owner().title() + ": " + errand.what();
		return (run.outcome() == Outcome.REFUSED) ? (line + " " + errand.next()).stripTrailing() : line;
	}

	private static void next(RunReport report, List<String> lines) {
		RunSection run = report.run();
		switch (run.exitCode()) {
			case 1 -> lines.add("Next: start the same command again; it goes on where it was.");
			case 3 -> lines.add("Next: review the report, then: " + Verdict.release(run));
			case 7 -> lines.add("Next: mend what is named above, then start the same command again.");
			default -> {
				if (UndoWords.isRehearsed(report)) {
					lines.add("Next: review the report, then: sspr-prefill undo " + run.planId());
				}
				if (run.mode() == Mode.PLAN && report.plan().changes() > 0) {
					lines.add("Next: review the report, then: sspr-prefill apply " + run.planId());
				}
			}
		}
	}

}
