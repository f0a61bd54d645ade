package org.ssprprefill.report;

import java.util.Locale;
import java.util.stream.Collectors;

import org.ssprprefill.doctor.Check;
import org.ssprprefill.report.PlanSection.LimitLine;
import org.ssprprefill.report.RunSection.Mode;

/** What happened, in one or two sentences. */
final class Verdict {

	private Verdict() {
	}

	static String of(RunReport report) {
		return switch (report.run().exitCode()) {
			case 1 -> "Failed: the run broke off before its end. Nothing is lost, and nothing is done twice.";
			case 3 -> "Held: " + limits(report) + ". Nothing was written.";
			case 4 -> "Done, and " + rejections(report) + ".";
			case 5 -> "Done, but " + readBack(report.outcomes()) + ".";
			case 7 -> "Refused: " + refusal(report) + ". Nothing was written.";
			case 8 -> "Done, but coverage is " + Figures.percent(report.coverage().percent()) + ", under the target of "
					+ Figures.percent(report.coverage().target()) + ".";
			default -> quiet(report);
		};
	}

	/** For example "812 changes, 500 allowed". */
	static String limit(LimitLine limit) {
		String value = Figures.decimal(limit.value());
		String what = switch (limit.name()) {
			case "changes" -> value + " changes";
			case "changes-percent" -> "changes for " + value + "% of the matched people";
			case "rejected-percent" -> value + "% of the rows rejected";
			default -> "the feed is " + value + "% smaller than the last one";
		};
		return what + ", " + Figures.decimal(limit.allowed()) + (limit.name().equals("changes") ? "" : "%")
				+ " allowed";
	}

	static String release(RunSection run) {
		return "sspr-prefill apply " + run.planId() + " --over-limit";
	}

	private static String limits(RunReport report) {
		String exceeded = report.plan()
			.limits()
			.stream()
			.filter(LimitLine::exceeded)
			.map(Verdict::limit)
			.collect(Collectors.joining("; "));
		return exceeded.isEmpty() ? columns(report) : exceeded;
	}

	private static String columns(RunReport report) {
		return report.checks()
			.stream()
			.filter((check) -> check.is(Check.Status.FAIL) && check.id().startsWith("feed-column-"))
			.findFirst()
			.map((check) -> check.title().toLowerCase(Locale.ROOT))
			.orElse("a limit was exceeded");
	}

	private static String rejections(RunReport report) {
		int rows = report.feed().rejected();
		int changes = report.outcomes().rejected().total();
		if (rows > 0 && changes > 0) {
			return Figures.count(rows, "row", "rows") + " and " + Figures.count(changes, "change", "changes")
					+ " were rejected";
		}
		if (changes > 0) {
			return "Graph rejected " + Figures.count(changes, "change", "changes");
		}
		if (rows > 0) {
			return Figures.count(rows, "row was", "rows were") + " rejected";
		}
		return report.feed().stale() ? "no new HR export arrived in time"
				: "not everything HR delivered could be taken";
	}

	private static String readBack(OutcomeSection outcomes) {
		int vanished = outcomes.missing().total() + outcomes.drifted().total();
		int unknown = outcomes.unknown().total();
		String unread = Figures.count(unknown, "written method", "written methods") + " could not be read back";
		if (vanished == 0 && unknown > 0) {
			return unread;
		}
		String found = "read-back found " + Figures.count(vanished, "written method missing or different",
				"written methods missing or different");
		return (unknown == 0) ? found : found + ", and " + unread;
	}

	private static String refusal(RunReport report) {
		return report.checks()
			.stream()
			.filter((check) -> check.is(Check.Status.FAIL))
			.findFirst()
			.map((check) -> "the check \u201c" + check.title() + "\u201d failed")
			.orElse("nothing in the feed could be read");
	}

	private static String quiet(RunReport report) {
		if (report.run().mode() == Mode.UNDO) {
			return UndoWords.verdict(report);
		}
		int confirmed = report.outcomes().confirmed().total();
		int planned = report.plan().changes();
		if (report.run().mode() == Mode.PLAN) {
			return (planned == 0) ? "The plan is empty: there is nothing to write."
					: "The plan is ready: " + Figures.count(planned, "change", "changes") + " for "
							+ Figures.count(report.plan().people(), "person", "people") + ". Nothing was written.";
		}
		if (report.run().mode() == Mode.VERIFY) {
			return "Measured, and nothing was written.";
		}
		if (confirmed == 0) {
			return "All is well: there was nothing to write.";
		}
		return Figures.count(confirmed, "method was", "methods were") + " registered and confirmed by read-back.";
	}

}
