package org.ssprprefill.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.contact.LineWrapper;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.doctor.CoverageChecks;

/**
 * The lines of the reasoning as people read them: in full what fails, what is not known
 * and what either rests on; what else was checked by its name alone.
 */
final class Reasoning {

	private static final int WIDTH = 100;

	/** These inform, and decide nothing by themselves. */
	private static final Set<String> INFORMS = Set.of("roles", "licences", "registered-now", "methods-policy",
			"written-by-us", "last-change", "last-decision");

	/** What the ledger says where it remembers nothing. */
	private static final Set<String> NOTHING = Set.of("nothing", "none", LedgerSteps.NO_ROW);

	/** Their values are lists without end. */
	private static final Set<String> LISTS = Set.of("roles", "licences", "methods", "methods-allowed", "written-by-us",
			"last-change", "last-decision");

	private static final int LINES_OF_A_LIST = 2;

	private static final int LINES_OF_A_SENTENCE = 4;

	private final Explanation explanation;

	private final Findings findings;

	Reasoning(Explanation explanation, Findings findings) {
		this.explanation = explanation;
		this.findings = findings;
	}

	/**
	 * The lines.
	 * @param brief whether each is to fit on one line of the screen
	 * @return what matters in full, then the names of the rest
	 */
	List<String> lines(boolean brief) {
		List<String> lines = new ArrayList<>();
		List<Step> rest = new ArrayList<>();
		for (Step step : this.explanation.steps()) {
			if (matters(step)) {
				lines.addAll(inFull(step, brief));
			}
			else if (isChecked(step)) {
				rest.add(step);
			}
		}
		if (!rest.isEmpty()) {
			lines.addAll(LineWrapper.fold(WIDTH, "  yes      ",
					"Also checked: " + rest.stream()
						.map((step) -> Words.step(step.id()) + " " + origin(step))
						.collect(Collectors.joining(", "))));
		}
		return lines;
	}

	private boolean matters(Step step) {
		return switch (step.id()) {
			case "account", "registered-now" -> true;
			case "roles" -> !step.value().equals(Operator.NO_ROLE);
			case "licences" -> fails("licensed") || isDisputed(step);
			case "methods" -> fails("methods") || this.findings.canReset();
			case "methods-policy" -> fails("methods-allowed") && !fails("methods") || this.findings.justChanged();
			case "methods-allowed" -> fails("methods-allowed") && !fails("methods");
			case "from-february-2027" -> this.findings.canReset() && fails(step);
			case "this-program" -> fails(step) || fails("methods");
			case "written-by-us", "last-change" -> !NOTHING.contains(step.value());
			case "last-decision" -> !NOTHING.contains(step.value()) || fails("methods");
			case "operator", "operator-licence" -> true;
			default -> fails(step);
		};
	}

	/**
	 * A fact is no condition, what may be written neither, and a consequence was not
	 * checked.
	 */
	private static boolean isChecked(Step step) {
		return step.id().equals("roles")
				|| !fails(step) && !INFORMS.contains(step.id()) && !step.id().equals("this-program");
	}

	private static boolean isDisputed(Step step) {
		return step.value().contains(CoverageChecks.OFFICE_365_PAGES);
	}

	private boolean fails(String condition) {
		return this.findings.failsOrUnknown(condition);
	}

	private static boolean fails(Step step) {
		return !step.verdict().equals(Ruling.YES.word());
	}

	/** What is cut off is counted; that Microsoft's pages disagree never is. */
	private List<String> inFull(Step step, boolean brief) {
		boolean list = LISTS.contains(step.id());
		boolean disputed = isDisputed(step);
		int most = brief ? 1 : list && !disputed ? LINES_OF_A_LIST : LINES_OF_A_SENTENCE;
		String separator = list ? "(?<=[,;]) (?![^(]*\\))" : "(?<= )";
		List<String> parts = Arrays.asList(step.value().split(separator));
		String end = disputed ? "; " + parts.get(parts.size() - 1) : "";
		int cuttable = parts.size() - (disputed ? 1 : 0);
		List<String> lines = folded(step, step.value());
		for (int kept = cuttable - 1; lines.size() > most && kept > 0; kept--) {
			String cut = String.join(list ? " " : "", parts.subList(0, kept));
			lines = folded(step, list ? cut + " and " + (cuttable - kept) + " more" + end : cut + "\u2026");
		}
		return lines;
	}

	private List<String> folded(Step step, String value) {
		String verdict = step.verdict().equals(Ruling.NO.word()) ? "NO" : step.verdict();
		boolean informs = INFORMS.contains(step.id()) && !fails(step);
		return LineWrapper.fold(WIDTH, String.format("  %-9s", informs ? "\u00b7" : verdict),
				Words.step(step.id()) + ": " + value + " " + origin(step));
	}

	private String origin(Step step) {
		return "[" + step.source()
				+ step.asOf().map((at) -> ", " + RelativeTime.of(at, this.findings.file().askedAt())).orElse("") + "]";
	}

}
