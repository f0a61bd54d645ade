package org.ssprprefill.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.report.RunSection.Mode;
import org.ssprprefill.report.RunSection.Outcome;

/** The last words of a run on standard error. */
public final class ConsoleSummary {

	private static final int ERRANDS = 6;

	/** A plan needs the room for its figures. */
	private static final int ERRANDS_OF_PLAN = 3;

	/** What is off, or not there, is nothing that a plan leaves out. */
	private static final Set<String> NO_MATTER = Set.of("method-off", "no-value", "cloud-lacks-method");

	private final RunReport report;

	private final Texts texts;

	private final String options;

	private final List<String> lines = new ArrayList<>();

	private ConsoleSummary(RunReport report, Texts texts, String options) {
		this.report = report;
		this.texts = texts;
		this.options = options;
	}

	/**
	 * What happened, what needs a person, what to do next, and where the report is, with
	 * commands that work as they are printed.
	 * @param report the run's report
	 * @param place where the report is, see {@link ReportSettings#place}
	 * @param language the reader's language
	 * @param options what was given with the verb and a further command needs too, such
	 * as {@code --home /srv/sspr}; maybe empty
	 * @param appliedBy the run that has applied this run's plan already
	 * @return at most twelve lines
	 */
	public static List<String> lines(RunReport report, Path place, Language language, String options,
			Optional<String> appliedBy) {
		ConsoleSummary closing = new ConsoleSummary(report, Texts.in(language), options.isEmpty() ? "" : " " + options);
		closing.write(place);
		appliedBy.ifPresentOrElse((run) -> closing.say("closing.applied", run, closing.options), closing::next);
		return List.copyOf(closing.lines);
	}

	private void write(Path place) {
		this.lines.add(Headline.of(this.report, this.texts));
		if (isPlan()) {
			plan(this.report.plan());
		}
		if (this.report.coverage().percent().isPresent()) {
			coverage(this.report.coverage());
		}
		else if (this.report.coverage().population() > 0) {
			say("closing.not-measurable");
		}
		List<String> passedOver = passedOver();
		this.lines.addAll(passedOver);
		errands((isPlan() ? ERRANDS_OF_PLAN : ERRANDS) - passedOver.size());
		say("closing.report", place.toString());
	}

	private void say(String key, Object... parts) {
		this.lines.add(this.texts.say(key, parts));
	}

	private boolean isPlan() {
		return this.report.run().mode() == Mode.PLAN;
	}

	private void plan(PlanSection plan) {
		Map<String, Integer> changes = new LinkedHashMap<>();
		for (MethodKind kind : MethodKind.values()) {
			changes.put(this.texts.method(kind.word()), plan.add().of(kind) + plan.update().of(kind));
		}
		figures("closing.plan.changes", changes);
		Map<String, Integer> people = new TreeMap<>();
		this.report.matching().reasons().forEach((barrier, amount) -> people.put(this.texts.barrier(barrier), amount));
		figures("closing.plan.people", people);
		Map<String, Integer> methods = new TreeMap<>();
		plan.none().forEach((reason, amount) -> {
			if (!NO_MATTER.contains(reason)) {
				methods.put(this.texts.none(reason), amount);
			}
		});
		figures("closing.plan.methods", methods);
	}

	private void figures(String key, Map<String, Integer> figures) {
		String told = figures.entrySet()
			.stream()
			.filter((figure) -> figure.getValue() > 0)
			.map((figure) -> figure.getKey() + ": " + this.texts.figures().count(figure.getValue()))
			.collect(Collectors.joining("; "));
		if (!told.isEmpty()) {
			say(key, told);
		}
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

	/** Files that did not count are named, although no person is needed. */
	private List<String> passedOver() {
		return this.report.checks()
			.stream()
			.filter((check) -> ActionItems.PASSED_OVER.contains(check.id()))
			.map((check) -> this.texts.tell(check.detail()))
			.toList();
	}

	private void errands(int room) {
		List<ActionItem> errands = ActionItems.of(this.report, this.texts);
		if (errands.isEmpty()) {
			say("closing.nobody");
			return;
		}
		say("closing.needed");
		errands.stream().limit(room).map(this::line).forEach(this.lines::add);
		if (errands.size() > room) {
			this.lines.add("  " + this.texts.say("closing.more", errands.size() - room));
		}
	}

	/** A refused run did nothing else, so there is room for the remedies. */
	private String line(ActionItem errand) {
		String line = "  " + this.texts.owner(errand.owner()) + ": " + errand.what();
		return (this.report.run().outcome() == Outcome.REFUSED) ? (line + " " + errand.next()).stripTrailing() : line;
	}

	private void next() {
		RunSection run = this.report.run();
		switch (run.exitCode()) {
			case 1 -> say("closing.next.again");
			case 3 -> say("closing.next.review", Headline.release(run) + this.options);
			case 7 -> say("closing.next.mend");
			default -> {
				if (Headline.isRehearsedUndo(this.report)) {
					say("closing.next.review", "sspr-prefill undo " + run.planId() + this.options);
				}
				if (run.mode() == Mode.PLAN && this.report.plan().changes() > 0) {
					say("closing.next.review", "sspr-prefill apply " + run.planId() + this.options);
				}
			}
		}
	}

}
